/**
 * The swinging door of Bristol (US patent 4,669,097) as historians use it: a point is archived when the two doors, hinged
 * a tolerance above and below the last archived point, have opened past parallel; archived is the point before.
 *
 * @returns rows that are archived, the first and the last always
 */
export function swingingDoor(atUs: Float64Array, value: Float64Array, tolerance: number): readonly number[] {
  const rows = [0];
  let hinge = 0;
  let upper = Number.NEGATIVE_INFINITY;
  let lower = Number.POSITIVE_INFINITY;
  for (let row = 1; row < value.length; row += 1) {
    const distance = (atUs[row] ?? 0) - (atUs[hinge] ?? 0);
    const rise = (value[row] ?? 0) - (value[hinge] ?? 0);
    upper = Math.max(upper, (rise - tolerance) / distance);
    lower = Math.min(lower, (rise + tolerance) / distance);
    if (upper <= lower) continue;
    hinge = row - 1;
    rows.push(hinge);
    const step = (atUs[row] ?? 0) - (atUs[hinge] ?? 0);
    const change = (value[row] ?? 0) - (value[hinge] ?? 0);
    upper = (change - tolerance) / step;
    lower = (change + tolerance) / step;
  }
  if (rows.at(-1) !== value.length - 1) rows.push(value.length - 1);
  return rows;
}
