/** A value that follows another with inertia. @param passed time in time constants: after 1, 63 % of the way is gone */
export function towards(value: number, target: number, passed: number): number {
  return target + (value - target) * Math.exp(-passed);
}
