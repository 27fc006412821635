import { describeOutboxContract, type OutboxSubject } from "./outbox-contract.ts";
import { type SqliteStation, sqliteStation } from "./sqlite-station.ts";

function subjectOf(station: SqliteStation): OutboxSubject {
  return {
    outbox: station.outbox,
    append(count) {
      for (let added = 0; added < count; added += 1) station.book(1);
    },
    verdictOf: (epoch, seq) => station.verdictAt(epoch, seq),
    reopen: () => subjectOf(station.restart()),
    close: () => station.close(),
  };
}

describeOutboxContract("on SQLite", () => subjectOf(sqliteStation("WS-14")));
