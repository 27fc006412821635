import { MemoryOutbox } from "./memory-outbox.ts";
import { describeOutboxContract, type OutboxSubject } from "./outbox-contract.ts";

describeOutboxContract("in memory", () => {
  const outbox = new MemoryOutbox();
  const subject: OutboxSubject = {
    outbox,
    append(count) {
      for (let added = 0; added < count; added += 1) outbox.append();
    },
    verdictOf: (epoch, seq) => outbox.verdictOf(epoch, seq),
    reopen: () => subject,
    close: () => undefined,
  };
  return subject;
});
