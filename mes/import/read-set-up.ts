import type { CellReader } from "./cell-reader.ts";
import type { RoutingOperation } from "./product.ts";

/** A week; more is a slip of the keyboard. */
const MINUTES = { min: 0, max: 10_080 } as const;

/** The planned set-up of an operation, in minutes as planning systems keep it. */
export function readSetUp(cells: CellReader): Pick<RoutingOperation, "setUpSeconds"> {
  const minutes = cells.decimal("setUpMinutes", MINUTES, null);
  return minutes === null ? {} : { setUpSeconds: Math.round(minutes * 60) };
}
