import type { Plant } from "../plant.ts";

export interface JournalLine {
  readonly type: string;
  readonly jobOrder: string | null;
  /** The person who did it; null for machine and station. */
  readonly actor: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** All entries of the station's journal, as `npm run takt -- journal --json` prints them. */
export async function readJournal(plant: Plant): Promise<JournalLine[]> {
  const { exitCode, output } = await plant.takt("journal", "--json");
  if (exitCode !== 0) throw new Error(output);
  return output
    .trim()
    .split("\n")
    .map((line) => {
      const entry = JSON.parse(line) as Omit<JournalLine, "payload"> & { payload: string };
      return { ...entry, payload: JSON.parse(entry.payload) as JournalLine["payload"] };
    });
}

/** @returns the sum of a number in the payloads of one type of event on one order */
export function sumOf(entries: readonly JournalLine[], { type, jobOrder, field }: Summed): number {
  return entries
    .filter((entry) => entry.type === type && entry.jobOrder === jobOrder)
    .reduce((total, { payload }) => total + Number(payload[field] ?? 0), 0);
}

interface Summed {
  readonly type: string;
  readonly jobOrder: string;
  readonly field: string;
}
