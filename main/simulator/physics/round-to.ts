/** As a machine's display and controller do it; also keeps a value still that only trembles. */
export function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}
