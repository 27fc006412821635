import type { MaterialRow } from "../../../shared/screen/screen-model.ts";

const urgency: Readonly<Record<MaterialRow["state"], number>> = {
  held: 0,
  empty: 1,
  "to-scan": 2,
  "runs-out": 3,
  "expires-today": 4,
  loaded: 5,
};

/** For sorting: what somebody must see to comes first. */
export function byUrgency(left: MaterialRow, right: MaterialRow): number {
  return urgency[left.state] - urgency[right.state];
}

/** Whether somebody must see to it now: it stops the order within a quarter of an hour, or should have done. */
export function isUrgent(row: MaterialRow): boolean {
  return row.state === "held" || row.state === "empty" || row.state === "runs-out";
}
