/** How old the orders here are: since when the MES confirmed nothing, by the station's own clock. */
export interface DataAge {
  readonly nowUtc: string;
  /** null: the MES never confirmed any. */
  readonly dataOfUtc: string | null;
}

/** A station asks every 30 s; after so long without an answer what it shows is called old. */
const STALE_AFTER_MS = 15 * 60_000;

/** @returns the age in milliseconds once it is old, null when nobody knows it; undefined while the data is fresh */
export function staleDataMs({ nowUtc, dataOfUtc }: DataAge): number | null | undefined {
  if (dataOfUtc === null) return null;
  const ageMs = Math.max(0, Date.parse(nowUtc) - Date.parse(dataOfUtc));
  return ageMs > STALE_AFTER_MS ? ageMs : undefined;
}
