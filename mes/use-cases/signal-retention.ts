const DAY_SECONDS = 86_400;

/** Minutes are for looking back at a shift; hours stay for a year and are a sixtieth of them. */
const MINUTES_KEPT_SECONDS = 30 * DAY_SECONDS;
const HOURS_KEPT_SECONDS = 400 * DAY_SECONDS;

/** From when on minutes and hours are kept, in seconds since 1970. */
export function signalsKeptFrom(nowUtc: string): { readonly minutes: number; readonly hours: number } {
  const nowSeconds = Math.floor(Date.parse(nowUtc) / 1000);
  return { minutes: nowSeconds - MINUTES_KEPT_SECONDS, hours: nowSeconds - HOURS_KEPT_SECONDS };
}
