import type { JournalEntry } from "../../shared/protocol/journal-entry.ts";
import type { ReadFact } from "./read-fact.ts";

/** An entry with the station it came from and what this MES could read of it. */
export interface Arrival {
  readonly stationId: string;
  readonly entry: JournalEntry;
  readonly read: ReadFact;
}
