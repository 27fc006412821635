/** Counts as a controller's register does: beyond its last number it starts again at 0. @param range e.g. 2 ** 16 */
export function counted(count: number, by: number, range: number): number {
  return (((count + by) % range) + range) % range;
}
