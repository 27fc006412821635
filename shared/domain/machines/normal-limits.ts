import type { NormalLimits } from "./mapping.ts";

/** Outside of what is normal, and at which end; null: inside, or nothing is known. */
export function beyondLimits(
  value: number | string | null,
  limits: NormalLimits | null,
): "low" | "high" | null {
  if (limits === null || typeof value !== "number") return null;
  if (limits.low !== null && value < limits.low) return "low";
  return limits.high !== null && value > limits.high ? "high" : null;
}
