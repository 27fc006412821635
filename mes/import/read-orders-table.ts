import type { JobOrder } from "../../shared/domain/orders/job-order.ts";
import type { ImportProblem } from "../../shared/protocol/import-report.ts";
import type { Body } from "../use-cases/command.ts";
import { CellReader } from "./cell-reader.ts";
import type { ReadGroups } from "./group-rows.ts";
import { type ImportRow, problem } from "./import-row.ts";
import type { BomLine, Products, RoutingOperation } from "./product.ts";
import { readInstruction } from "./read-instruction.ts";
import { authorities, BOXES, PIECES, SECONDS } from "./read-products.ts";
import { readSetUp } from "./read-set-up.ts";

/** The longest order number from which the numbers of its operations can be made. */
const LONGEST_ORDER = 29;
const NO_CYCLE_SECONDS = 60;

/** A job order as a table makes it. What the planner did to it through other routes is not of it. */
type ImportedOrder = Omit<JobOrder, "status"> & Body;

export interface OrderContext {
  readonly products: Products;
  readonly timeZone: string;
  readonly knownWorkUnits: ReadonlySet<string>;
}

/**
 * Orders, one a row. An item with a routing becomes a chain of job orders, one per operation, each with the materials of
 * the bill of material that are used there; any other item is one job order at the work unit that the row names.
 */
export function readOrdersTable(
  rows: readonly ImportRow[],
  context: OrderContext,
): ReadGroups<readonly ImportedOrder[]> {
  const problems: ImportProblem[] = [];
  const first = new Map<string, number>();
  const groups = rows.flatMap((row) => {
    const cells = new CellReader(row, context.timeZone);
    const written = readOrder(cells);
    const jobOrders = jobOrdersOf(written, cells, context);
    problems.push(...cells.problems);
    const before = first.get(written.order);
    if (before !== undefined && written.order !== "") {
      const at = { row: row.row, column: "order", found: written.order, expected: String(before) };
      problems.push(problem("twice", at));
      return [];
    }
    first.set(written.order, row.row);
    return cells.isGood ? [{ id: written.order, rows: [row.row], body: jobOrders }] : [];
  });
  return { groups, problems };
}

interface WrittenOrder {
  readonly order: string;
  readonly itemId: string;
  readonly itemName: string;
  readonly quantity: number;
  readonly dueUtc: string;
  readonly priority: number;
}

function readOrder(cells: CellReader): WrittenOrder {
  return {
    order: cells.needed("order", LONGEST_ORDER),
    itemId: cells.needed("item", 40),
    itemName: cells.text("itemName", 120),
    quantity: cells.neededWhole("quantity", PIECES),
    dueUtc: cells.due("due"),
    priority: cells.whole("priority", { min: 0, max: 1_000_000 }, 100),
  };
}

function jobOrdersOf(
  written: WrittenOrder,
  cells: CellReader,
  { products, knownWorkUnits }: OrderContext,
): readonly ImportedOrder[] {
  const routing = products.routings.get(written.itemId);
  const lines = products.boms.get(written.itemId)?.lines ?? [];
  if (routing !== undefined && !cells.has("workUnit")) {
    const named = { ...written, itemName: written.itemName === "" ? routing.itemName : written.itemName };
    for (const { workUnit } of routing.operations)
      if (!knownWorkUnits.has(workUnit)) cells.note("unknown-work-unit", "item", workUnit);
    return chainOf(named, routing.operations, lines);
  }
  if (!cells.has("workUnit")) cells.fault("no-routing", "workUnit", written.itemId);
  const operation = singleOperation(cells);
  if (operation.workUnit !== "" && !knownWorkUnits.has(operation.workUnit))
    cells.note("unknown-work-unit", "workUnit", [...knownWorkUnits].toSorted().slice(0, 12).join(", "));
  return [jobOrder(written, operation, lines.map(plainLine))];
}

function singleOperation(cells: CellReader): RoutingOperation {
  return {
    number: cells.text("operation", 10),
    name: cells.text("operationName", 80),
    workUnit: cells.text("workUnit", 40),
    cycleSeconds: cells.decimal("cycleSeconds", SECONDS, NO_CYCLE_SECONDS),
    ...readSetUp(cells),
    transferQuantity: null,
    boxQuantity: cells.whole("boxQuantity", BOXES, null),
    countAuthority: cells.choice("counts", authorities, "operator"),
    ...readInstruction(cells),
  };
}

/** Job orders of one production order, each knowing the one before it. A line without an operation belongs to the first. */
function chainOf(
  written: WrittenOrder,
  operations: readonly RoutingOperation[],
  lines: readonly BomLine[],
): readonly ImportedOrder[] {
  const idOf = (operation: RoutingOperation | undefined): string | null =>
    operation === undefined ? null : `${written.order}-${operation.number}`;
  const numbers = new Set(operations.map(({ number }) => number));
  const placeOf = ({ operation }: BomLine): string | undefined =>
    operation !== null && numbers.has(operation) ? operation : operations[0]?.number;
  return operations.map((operation, index) => ({
    ...jobOrder(
      written,
      operation,
      lines.filter((line) => placeOf(line) === operation.number).map(plainLine),
    ),
    jobOrderId: idOf(operation) ?? written.order,
    route: {
      productionOrderId: written.order,
      sequence: index + 1,
      previousJobOrderId: idOf(operations[index - 1]),
      transferQuantity: operation.transferQuantity,
    },
  }));
}

function plainLine(line: BomLine): JobOrder["materials"][number] {
  const { operation: _, ...plain } = line;
  return plain;
}

function jobOrder(
  written: WrittenOrder,
  operation: RoutingOperation,
  materials: JobOrder["materials"],
): ImportedOrder {
  const { order, itemId, itemName, quantity, dueUtc, priority } = written;
  return {
    jobOrderId: order,
    workUnit: operation.workUnit,
    item: { itemId, name: itemName === "" ? itemId : itemName },
    operation: { number: operation.number, name: operation.name },
    plannedQuantity: quantity,
    boxQuantity: operation.boxQuantity,
    idealCycleSeconds: operation.cycleSeconds,
    ...(operation.setUpSeconds === undefined ? {} : { setUpSeconds: operation.setUpSeconds }),
    dueUtc,
    priority,
    countAuthority: operation.countAuthority,
    ...(operation.instruction === undefined ? {} : { instructions: [operation.instruction] }),
    materials,
    characteristicIds: [],
    blockedBy: null,
  };
}
