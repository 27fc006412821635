const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const STEPS_MS = [
  MINUTE_MS,
  2 * MINUTE_MS,
  5 * MINUTE_MS,
  10 * MINUTE_MS,
  15 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  4 * HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
  24 * HOUR_MS,
  7 * 24 * HOUR_MS,
];

/** Round instants inside a span, at most `most` of them, for the ticks of a time axis. */
export function timeTicks(fromMs: number, toMs: number, most: number): readonly number[] {
  const spanMs = toMs - fromMs;
  const stepMs = STEPS_MS.find((step) => spanMs / step <= most) ?? Math.ceil(spanMs / most);
  // Steps are counted from local midnight, so that ticks of hours fall on hours of the reader.
  const midnightMs = new Date(fromMs).setHours(0, 0, 0, 0);
  const first = midnightMs + Math.ceil((fromMs - midnightMs) / stepMs) * stepMs;
  const ticks: number[] = [];
  for (let tick = first; tick <= toMs; tick += stepMs) ticks.push(tick);
  return ticks;
}
