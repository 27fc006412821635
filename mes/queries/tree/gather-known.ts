import { forwardOf } from "../../../shared/domain/genealogy/lot-usage.ts";
import { type TreeSide, type TreeThing, treeKey } from "../../../shared/domain/genealogy/tree-thing.ts";
import { repairedPieces } from "../../../shared/domain/orders/repaired-pieces.ts";
import type { Queries } from "../../database/database.ts";
import type { Vocabulary } from "../../ingest/vocabulary.ts";
import { lotsMadeByOrders, readLots, usesOfLots } from "../../repositories/lot-repository.ts";
import { ordersOfSerial, ordersOfUnits } from "../../repositories/packing-repository.ts";
import { readSerialsOfOrders, readUnitsOfOrders } from "../read-packed.ts";
import { readTraces } from "../read-traces.ts";
import { readRouteLinks } from "../route-links.ts";
import { lotRest } from "./lot-rest.ts";
import { ordersThatNeed } from "./orders-that-need.ts";
import type { TreeKnown } from "./tree-known.ts";
import { readTreeOrders, silentAbout, unreportedPieces } from "./tree-orders.ts";

/** Of one lot; what else there is, is counted. */
const MOST_ORDERS_OF_LOT = 50;

export interface Gathering {
  readonly db: Queries;
  readonly vocabulary: Vocabulary;
  readonly known: TreeKnown;
}

/** Reads all that the walk needs for the neighbours of these things on one side, in a handful of questions for all of them. */
export async function gatherKnown(
  gathering: Gathering,
  things: readonly TreeThing[],
  side: TreeSide,
): Promise<void> {
  const idsOf = (kind: TreeThing["kind"]) =>
    things.filter((thing) => thing.kind === kind).map(({ id }) => id);
  await gatherLots(gathering, idsOf("lot"));
  await gatherOrders(gathering, idsOf("order"));
  await gatherUnits(gathering, idsOf("unit"));
  for (const serial of idsOf("serial")) await gatherSerial(gathering, serial);
  if (side === "back") return;
  await gatherUses(gathering, idsOf("lot"));
  await gatherProducts(gathering, idsOf("order"));
}

export async function gatherLots({ db, known }: Gathering, lotIds: readonly string[]): Promise<void> {
  const missing = lotIds.filter((lotId) => !known.lots.has(lotId));
  if (missing.length === 0) return;
  const found = await readLots(db, missing);
  for (const lotId of missing) known.lots.set(lotId, found.get(lotId));
}

/** Orders with what went into them, the operation before them, and whether a silent station is at them. */
async function gatherOrders(gathering: Gathering, jobOrderIds: readonly string[]): Promise<void> {
  await gatherTraces(gathering, jobOrderIds);
  await gatherOrderRows(gathering, jobOrderIds);
}

export async function gatherOrderRows(
  { db, known }: Gathering,
  jobOrderIds: readonly string[],
): Promise<void> {
  const missing = jobOrderIds.filter((id) => !known.orders.has(id));
  for (const order of await readTreeOrders(db, missing)) {
    const { jobOrderId, jobOrder } = order;
    known.orders.set(jobOrderId, order);
    const previous = jobOrder?.route?.previousJobOrderId ?? null;
    if (previous !== null) known.previousOperation.set(jobOrderId, previous);
    const repair = repairedPieces(jobOrder, order.stations.length > 0);
    if (repair !== undefined) known.repairs.set(jobOrderId, repair);
    if (silentAbout(order, known.silent) !== undefined)
      known.unreported.set(jobOrderId, unreportedPieces(order));
  }
}

async function gatherTraces(
  { db, vocabulary, known }: Gathering,
  jobOrderIds: readonly string[],
): Promise<void> {
  const traced = new Set([...known.genealogy.values()].map(({ jobOrderId }) => jobOrderId));
  const missing = jobOrderIds.filter((id) => !traced.has(id));
  for (const [key, trace] of await readTraces(db, missing, vocabulary)) known.genealogy.set(key, trace);
}

async function gatherUses(gathering: Gathering, lotIds: readonly string[]): Promise<void> {
  if (lotIds.length === 0) return;
  const { db, known } = gathering;
  const uses = await usesOfLots(db, lotIds, MOST_ORDERS_OF_LOT);
  await gatherTraces(
    gathering,
    uses.flatMap(({ jobOrderIds }) => jobOrderIds),
  );
  for (const { lotId, total, jobOrderIds } of uses) {
    if (total > jobOrderIds.length)
      known.beyond.set(treeKey({ kind: "lot", id: lotId }), total - jobOrderIds.length);
  }
  for (const lotId of lotIds) {
    const isWhole = !known.beyond.has(treeKey({ kind: "lot", id: lotId }));
    const rest = isWhole ? lotRest(known.lots.get(lotId), forwardOf(known.genealogy, lotId)) : null;
    known.rests.set(lotId, rest);
  }
  await gatherMaybe(gathering, lotIds);
}

/** Orders of silent stations that need the item of a lot. */
async function gatherMaybe({ db, known }: Gathering, lotIds: readonly string[]): Promise<void> {
  const lots = lotIds.flatMap((lotId) => known.lots.get(lotId) ?? []);
  const items = new Map(lots.map(({ item }) => [item.itemId, [] as string[]]));
  if (items.size === 0 || known.silent.length === 0) return;
  for (const { jobOrderId, itemIds } of await ordersThatNeed(db, known.silent, new Set(items.keys()))) {
    for (const itemId of itemIds) items.get(itemId)?.push(jobOrderId);
  }
  for (const { lotId, item } of lots) known.mayHaveTaken.set(lotId, items.get(item.itemId) ?? []);
}

/** Where the pieces of orders went: lots that were made, boxes, and the operations after them. */
async function gatherProducts(gathering: Gathering, jobOrderIds: readonly string[]): Promise<void> {
  if (jobOrderIds.length === 0) return;
  const { db, vocabulary, known } = gathering;
  const made = await lotsMadeByOrders(db, jobOrderIds);
  await gatherLots(
    gathering,
    made.map(({ lotId }) => lotId),
  );
  for (const unit of await readUnitsOfOrders(db, jobOrderIds, vocabulary)) known.units.set(unit.unitId, unit);
  const links = await readRouteLinks(db, jobOrderIds);
  for (const { jobOrderId, previousJobOrderId: previous } of links)
    if (previous !== null && jobOrderIds.includes(previous))
      known.previousOperation.set(jobOrderId, previous);
  const rework = links.filter(({ repairs }) => repairs !== null && jobOrderIds.includes(repairs));
  await gatherOrderRows(
    gathering,
    rework.map(({ jobOrderId }) => jobOrderId),
  );
}

async function gatherUnits({ db, vocabulary, known }: Gathering, unitIds: readonly string[]): Promise<void> {
  if (unitIds.length === 0) return;
  const orders = await ordersOfUnits(db, unitIds);
  for (const unit of await readUnitsOfOrders(db, orders, vocabulary)) known.units.set(unit.unitId, unit);
}

async function gatherSerial(gathering: Gathering, serial: string): Promise<void> {
  const { db, vocabulary, known } = gathering;
  const orders = await ordersOfSerial(db, serial);
  await gatherTraces(gathering, orders);
  const units = await readUnitsOfOrders(db, orders, vocabulary);
  for (const unit of units) known.units.set(unit.unitId, unit);
  const named = (await readSerialsOfOrders(db, orders, vocabulary)).filter((one) => one.serial === serial);
  known.serials.set(
    serial,
    named.map(({ itemId, jobOrderId, stationId, piece }) => {
      const holder = units.find(
        (unit) => unit.itemId === itemId && unit.packings.some(({ serials }) => serials.includes(serial)),
      );
      return { jobOrderId, stationId, piece, unitId: holder?.unitId ?? null };
    }),
  );
}
