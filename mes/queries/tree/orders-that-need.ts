import type { JobOrder } from "../../../shared/domain/orders/job-order.ts";
import type { Queries } from "../../database/database.ts";
import { listOpenJobOrdersOf } from "../../repositories/job-order-repository.ts";
import type { SilentStation } from "./silent-stations.ts";
import { readTreeOrders, silentAbout } from "./tree-orders.ts";

export interface NeedyOrder {
  readonly jobOrderId: string;
  readonly itemIds: readonly string[];
}

/** Enough to say that there is something; the plan of a station that is away for weeks is no genealogy. */
const MOST_ORDERS = 100;

/** Orders that a silent station may be at and that need one of these items. */
export async function ordersThatNeed(
  db: Queries,
  silent: readonly SilentStation[],
  itemIds: ReadonlySet<string>,
): Promise<readonly NeedyOrder[]> {
  const workUnits = [...new Set(silent.flatMap((station) => station.workUnits))];
  const needy = (await listOpenJobOrdersOf(db, workUnits)).flatMap(({ jobOrderId, body }) => {
    const { materials } = JSON.parse(body) as JobOrder; // checked by its schema before it was stored
    const needed = materials.map(({ itemId }) => itemId).filter((itemId) => itemIds.has(itemId));
    return needed.length === 0 ? [] : [{ jobOrderId, itemIds: needed }];
  });
  const most = needy.slice(0, MOST_ORDERS);
  const orders = await readTreeOrders(
    db,
    most.map(({ jobOrderId }) => jobOrderId),
  );
  const open = new Set(
    orders.filter((order) => silentAbout(order, silent) !== undefined).map(({ jobOrderId }) => jobOrderId),
  );
  return most.filter(({ jobOrderId }) => open.has(jobOrderId));
}
