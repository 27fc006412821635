/**
 * A line through values in equal steps, as the `d` of an SVG path: lowest at the bottom, highest at the top, broken where
 * nothing was measured. A value alone is a short stroke, and the only one a level line.
 */
export function sparkline(
  points: readonly (number | null)[],
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): string {
  const values = points.filter((value) => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const stepPx = widthPx / Math.max(1, points.length - 1);
  const yOf = (value: number) =>
    high === low ? heightPx / 2 : EDGE_PX + ((high - value) / (high - low)) * (heightPx - 2 * EDGE_PX);
  const [only] = values;
  if (only !== undefined && points.length === 1) return `M0 ${yOf(only)}H${widthPx}`;
  return points
    .flatMap((value, index) => {
      if (value === null) return [];
      const before = points[index - 1] ?? null;
      const at = `${rounded(index * stepPx)} ${rounded(yOf(value))}`;
      const isAlone = before === null && (points[index + 1] ?? null) === null;
      return [`${before === null ? "M" : "L"}${at}${isAlone ? "h2" : ""}`];
    })
    .join("");
}

const EDGE_PX = 3;

function rounded(px: number): number {
  return Math.round(px * 10) / 10;
}
