import { GENESIS_HASH } from "../../../shared/protocol/journal-entry.ts";
import type { Head } from "../../../shared/protocol/messages.ts";
import type { Database } from "./sqlite.ts";

/** Incarnations of this station's journal, oldest first, each with what the MES has acknowledged of it. */
export interface EpochTable {
  all(): readonly string[];
  /** @param cause payload of the first entry, which says why there is a new epoch */
  add(epoch: string, openedUtc: string, cause: string): void;
  acknowledged(epoch: string): Head;
  setAcknowledged(head: Head): void;
}

export function epochTable(database: Database): EpochTable {
  const all = database.prepare<[], string>("SELECT epoch FROM epoch ORDER BY ordinal").pluck();
  const add = database.prepare("INSERT INTO epoch (epoch, opened_utc, cause, ack_hash) VALUES (?, ?, ?, ?)");
  const read = database.prepare<[string], Head>(
    "SELECT epoch, ack_seq AS seq, ack_hash AS hash FROM epoch WHERE epoch = ?",
  );
  const write = database.prepare("UPDATE epoch SET ack_seq = ?, ack_hash = ? WHERE epoch = ?");
  return {
    all: () => all.all(),
    add: (epoch, openedUtc, cause) => void add.run(epoch, openedUtc, cause, GENESIS_HASH),
    acknowledged: (epoch) => read.get(epoch) ?? { epoch, seq: 0, hash: GENESIS_HASH },
    setAcknowledged: (head) => void write.run(head.seq, head.hash, head.epoch),
  };
}
