import type { MaterialRow } from "../../../shared/screen/screen-model.ts";

const urgency: Readonly<Record<MaterialRow["state"], number>> = {
  empty: 0,
  "to-scan": 1,
  "runs-out": 2,
  "expires-today": 3,
  loaded: 4,
};

/** For sorting: what somebody must see to comes first. */
export function byUrgency(left: MaterialRow, right: MaterialRow): number {
  return urgency[left.state] - urgency[right.state];
}

/** Whether it stops the order within a quarter of an hour. */
export function isUrgent(row: MaterialRow): boolean {
  return row.state === "empty" || row.state === "runs-out";
}
