/** Microseconds since 1970 UTC by the station's clock. */
export function nowUs(): number {
  return Date.now() * 1_000;
}
