import type { JobOrder } from "../../shared/domain/orders/job-order.ts";
import type { ImportKind, ImportReport, ImportTake } from "../../shared/protocol/import-report.ts";
import type { ReadGroups } from "../import/group-rows.ts";
import type { ReadTable } from "../import/import-row.ts";
import { readOrdersTable } from "../import/read-orders-table.ts";
import { readBoms, readRoutings } from "../import/read-products.ts";
import type { Mes } from "../open-mes.ts";
import { readJobOrders } from "../repositories/job-order-repository.ts";
import { readProducts } from "../repositories/product-repository.ts";
import { listStations, workUnitsOf } from "../repositories/station-repository.ts";
import type { Body } from "./command.ts";
import type { ImportOutcome } from "./import-job-orders.ts";

export interface TableImport {
  readonly kind: ImportKind;
  readonly take: ImportTake;
  readonly table: ReadTable;
  /** IANA name: where a time without an offset was written. */
  readonly timeZone: string;
}

const NOTHING: ImportOutcome = { created: 0, changed: 0, unchanged: 0 };
/** More than anyone puts right in one go. */
const MOST_PROBLEMS = 500;

/** Takes what may be taken of a table, by the same commands as every other import, and reports on each row. */
export async function importTable(mes: Mes, wanted: TableImport): Promise<ImportReport> {
  const { kind, table } = wanted;
  switch (kind) {
    case "orders": {
      const read = await readOrders(mes, wanted);
      return settle(wanted, read, async (taken) => {
        const jobOrders = await mergedOrders(mes, taken.flat());
        return mes.execute({ kind: "import-job-orders", atUtc: mes.nowUtc(), jobOrders });
      });
    }
    case "bom":
      return settle(wanted, readBoms(table.rows, wanted.timeZone), async (boms) =>
        mes.execute({ kind: "import-products", atUtc: mes.nowUtc(), boms, routings: [] }),
      );
    case "routing":
      return settle(wanted, readRoutings(table.rows, wanted.timeZone), async (routings) =>
        mes.execute({ kind: "import-products", atUtc: mes.nowUtc(), boms: [], routings }),
      );
  }
}

async function readOrders(mes: Mes, { table, timeZone }: TableImport) {
  const items = [...new Set(table.rows.map(({ cells }) => cells.item ?? ""))];
  const products = await readProducts(mes.database, items);
  const stations = await listStations(mes.database);
  const knownWorkUnits = new Set(stations.flatMap(workUnitsOf));
  return readOrdersTable(table.rows, { products, timeZone, knownWorkUnits });
}

/**
 * A table says what is to be made. What the planner did to an order meanwhile (hold, cancellation) and what a full import
 * told of it beyond the table stay, so the same table again changes nothing of that.
 */
async function mergedOrders(mes: Mes, orders: readonly Body[]): Promise<readonly Body[]> {
  const ids = orders.map(({ jobOrderId }) => String(jobOrderId));
  const stored = await readJobOrders(mes.database, ids);
  return orders.map((order): Body => {
    const before = stored.get(String(order.jobOrderId));
    if (before === undefined) return { ...order, status: "released" };
    const kept = JSON.parse(before.body) as JobOrder; // checked by its schema before it was stored
    const { characteristicIds, blockedBy } = kept;
    return { ...kept, ...order, characteristicIds, blockedBy };
  });
}

async function settle<Content>(
  { kind, take, table }: TableImport,
  { groups, problems: found }: ReadGroups<Content>,
  execute: (taken: readonly Content[]) => Promise<ImportOutcome>,
): Promise<ImportReport> {
  const problems = [...table.problems, ...found].toSorted(
    (left, right) => (left.row ?? 0) - (right.row ?? 0),
  );
  const isWrong = problems.some(({ weight }) => weight === "wrong");
  const isTaken = groups.length > 0 && take !== "nothing" && (take === "good-rows" || !isWrong);
  const outcome = isTaken ? await execute(groups.map(({ body }) => body)) : NOTHING;
  return {
    kind,
    take,
    rows: table.count,
    goodRows: groups.reduce((sum, { rows }) => sum + rows.length, 0),
    ...outcome,
    problems: problems.slice(0, MOST_PROBLEMS),
    isCut: problems.length > MOST_PROBLEMS,
  };
}
