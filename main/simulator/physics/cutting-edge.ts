/** 0: a new edge, 1: worn out. */
export type EdgeWear = number;

/** Breaks in quickly, wears evenly for most of its life, and faster near its end. */
export function wearEdge(wear: EdgeWear, parts: number, partsPerEdge: number): EdgeWear {
  const pace = wear < 0.08 ? 1.6 : wear > 0.85 ? 1.5 : 0.92;
  return Math.min(1, wear + (parts * pace) / partsPerEdge);
}

/** A blunt edge needs more force, so more power. */
export function forceFactor(wear: EdgeWear): number {
  return 1 + 0.6 * wear ** 1.3;
}
