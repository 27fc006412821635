import type { Mes } from "../../mes/open-mes.ts";
import { createStationJournal, type StationJournal } from "../../mes/testing/station-journal.ts";
import { jobOrder, newStation, send, verdictsOf } from "../../mes/testing/test-mes.ts";
import { eventVersion } from "../../shared/domain/event-versions.ts";
import { MAX_BATCH_EVENTS } from "../../shared/protocol/messages.ts";
import { type Work, workOrder } from "./worked-order.ts";

export const LOT = "LOT-RECALLED";
/** The order whose rows all others are made after. */
export const TEMPLATE = "TPL-ORDER";
export const EVENTS_PER_ORDER = 3_300;
export const PARTS_ORDERS = ["PART-1", "PART-2", "PART-3"];
export const ASSEMBLY_ORDERS = ["ASSY-1", "ASSY-2", "ASSY-3"];
/** The lot under test is on the machine from the 500th piece of an order to its end. */
const WITH_LOT_FROM = 1;

const person = "P-1001";

/**
 * Uploads by the MES's own path a lot that is on three orders, whose made lots go into three more: some 10,000 pieces in
 * six orders at six stations. And one order more, after which the rest of the journal is made.
 */
export async function uploadLotHistory(mes: Mes): Promise<void> {
  await mes.execute({
    kind: "import-job-orders",
    atUtc: mes.nowUtc(),
    jobOrders: [TEMPLATE, ...PARTS_ORDERS, ...ASSEMBLY_ORDERS].map((id) => jobOrder(id)),
  });
  await uploadOrder(mes, TEMPLATE, (change) => `${TEMPLATE}-L${change}`);
  for (const [index, order] of PARTS_ORDERS.entries()) {
    await uploadOrder(mes, order, (change) => inPlace(change, LOT, order));
    const assembly = ASSEMBLY_ORDERS[index] ?? "";
    await uploadOrder(mes, assembly, (change) => inPlace(change, `${order}-MADE`, assembly));
  }
  await mes.execute({
    kind: "import-master-data",
    atUtc: mes.nowUtc(),
    dataKind: "lot",
    items: PARTS_ORDERS.map((order) => madeLot(`${order}-MADE`, order)),
    remove: [],
  });
}

function inPlace(change: number, lotId: string, order: string): string {
  return change >= WITH_LOT_FROM ? lotId : `${order}-L${change}`;
}

function madeLot(lotId: string, madeByJobOrderId: string): Readonly<Record<string, unknown>> {
  const item = { itemId: "FLANGE-40", name: "Flange 40" };
  return { lotId, item, quantity: 2_000, expiresUtc: null, hold: null, madeByJobOrderId };
}

async function uploadOrder(mes: Mes, order: string, lotOf: Work["lotOf"]): Promise<void> {
  const stationId = await newStation(mes);
  const journal = createStationJournal();
  workOrder(writeInto(journal), { jobOrder: order, person, events: EVENTS_PER_ORDER, lotOf });
  for (let from = 1; from <= journal.entries.length; from += MAX_BATCH_EVENTS) {
    const upload = journal.upload(from, Math.min(journal.entries.length, from + MAX_BATCH_EVENTS - 1));
    const refused = verdictsOf(await send(mes, stationId, upload)).find((verdict) => verdict !== "applied");
    if (refused !== undefined) throw new Error(`The MES did not apply an event of ${order}: ${refused}`);
  }
}

function writeInto(journal: StationJournal): Parameters<typeof workOrder>[0] {
  return (drafts, actor) => {
    const entries = drafts.map(({ type, payload, jobOrder: order }) =>
      journal.record(type, payload, { jobOrder: order, actor, version: eventVersion(type) }),
    );
    return entries[0]?.eventId ?? "";
  };
}
