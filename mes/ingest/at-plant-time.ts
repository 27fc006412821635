import type { JournalEntry } from "../../shared/protocol/journal-entry.ts";

/** Clocks of a plant differ by seconds; only what is further off is put right, so that no time is shifted for nothing. */
const TOLERANCE_MS = 30_000;

/** The clock that an entry was written by, and what the station knew of its error. */
export type Timed = Pick<JournalEntry, "atUtc" | "mesOffsetMs">;

/** When it was by the clock of the MES: of a station whose clock was wrong, what it told and what it knew of that (I-19). */
export function plantTimeUtc({ atUtc, mesOffsetMs }: Timed): string {
  if (mesOffsetMs === null || Math.abs(mesOffsetMs) <= TOLERANCE_MS) return atUtc;
  return new Date(Date.parse(atUtc) + mesOffsetMs).toISOString();
}

/** The entry as the MES computes with it. What is stored stays as it was told. */
export function atPlantTime<Entry extends Timed>(entry: Entry): Entry {
  const atUtc = plantTimeUtc(entry);
  return atUtc === entry.atUtc ? entry : { ...entry, atUtc };
}
