import type { MaterialLine } from "../../shared/domain/materials/material-line.ts";
import type { Instruction } from "../../shared/domain/orders/instruction.ts";
import type { CountAuthority } from "../../shared/domain/orders/job-order.ts";

/** One operation of a routing, in the form in which its job orders are made. */
export interface RoutingOperation {
  readonly number: string;
  readonly name: string;
  readonly workUnit: string;
  readonly cycleSeconds: number;
  /** Left out: the table plans none. */
  readonly setUpSeconds?: number;
  /** So many good pieces let the next operation start; null: the whole of the order. */
  readonly transferQuantity: number | null;
  readonly boxQuantity: number | null;
  readonly countAuthority: CountAuthority;
  /** How it is done; left out: the table names no document. */
  readonly instruction?: Instruction;
}

/** How an item is made, its operations in order (ISA-95: operations definition). */
export interface Routing {
  readonly itemId: string;
  readonly itemName: string;
  readonly operations: readonly RoutingOperation[];
}

export interface BomLine extends MaterialLine {
  /** Where it is used; null: at the first operation. */
  readonly operation: string | null;
}

/** What one piece of an item takes. */
export interface BillOfMaterial {
  readonly itemId: string;
  readonly lines: readonly BomLine[];
}

/** What is known of items, by item. */
export interface Products {
  readonly routings: ReadonlyMap<string, Routing>;
  readonly boms: ReadonlyMap<string, BillOfMaterial>;
}
