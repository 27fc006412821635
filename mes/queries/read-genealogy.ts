import { foldGenealogy } from "../../shared/domain/genealogy/fold-genealogy.ts";
import {
  backwardOf,
  forwardOf,
  type LotUsage,
  type PieceOf,
} from "../../shared/domain/genealogy/lot-usage.ts";
import { producedOf } from "../../shared/domain/genealogy/order-pieces.ts";
import { type PieceWindow, pieceWindow } from "../../shared/domain/genealogy/piece-window.ts";
import { tracedInstructions } from "../../shared/domain/genealogy/traced-instructions.ts";
import type { Partaker, StationEvent, WorkTrace } from "../../shared/domain/genealogy/work-trace.ts";
import type { JobOrder } from "../../shared/domain/orders/job-order.ts";
import type { LotGenealogy, LotRecall, OrderGenealogy } from "../../shared/protocol/genealogy-pages.ts";
import type { Queries } from "../database/database.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { readJobOrders } from "../repositories/job-order-repository.ts";
import { lotsMadeByOrders, ordersOfLots, readLot } from "../repositories/lot-repository.ts";
import { listMachines } from "../repositories/machine-repository.ts";
import { type Names, readNames } from "./names.ts";
import { readAffectedPacking } from "./read-affected-packing.ts";
import { readAffectedPieces } from "./read-affected-pieces.ts";
import { type MachinesAt, readProcessValues } from "./read-process-values.ts";
import { readRepairs } from "./read-repairs.ts";
import { readTracedEvents, readTraces } from "./read-traces.ts";

/** A page before its route says when it was read. */
type Told<Page> = Omit<Page, "asOfUtc">;

/** Backward: what went into an order, or into one piece of it. @returns undefined when no station worked it */
export async function readOrderGenealogy(
  db: Queries,
  jobOrderId: string,
  { vocabulary, piece }: { readonly vocabulary: Vocabulary; readonly piece: PieceOf | undefined },
): Promise<Told<OrderGenealogy> | undefined> {
  const events = await readTracedEvents(db, { jobOrderIds: [jobOrderId], vocabulary, clock: "station" });
  const genealogy = foldGenealogy(events);
  if (genealogy.size === 0) return undefined;
  const made = await lotsMadeByOrders(db, [jobOrderId]);
  const names = { ...(await readNames(db)), ...(await readMachineNames(db)) };
  const traces = [...genealogy.values()].toSorted((left, right) =>
    left.stationId < right.stationId ? -1 : 1,
  );
  const work: OrderGenealogy["work"] = [];
  for (const trace of traces) {
    const window = windowOf(trace, events, piece);
    const values = window === null ? [] : await readProcessValues(db, machinesOf(trace), window);
    work.push({ ...workOf(trace, piece, names), window, values: [...values] });
  }
  return {
    jobOrderId,
    ...(await readPlanOf(db, jobOrderId)),
    checks: await readChecks(db, jobOrderId, names),
    madeLots: made.map(({ lotId }) => lotId),
    ...(await readRepairs(db, jobOrderId)),
    lots: backwardOf(genealogy, jobOrderId, piece).map((usage) => named(usage, names)),
    work,
  };
}

/** @returns null at a station that did not make the piece */
function windowOf(
  { stationId, jobOrderId, fromUtc, toUtc }: WorkTrace,
  events: readonly StationEvent[],
  piece: PieceOf | undefined,
): PieceWindow | null {
  if (piece === undefined) return { fromUtc, toUtc };
  return piece.stationId === stationId ? (pieceWindow(events, jobOrderId, piece) ?? null) : null;
}

function machinesOf({ stationId, workUnit, partakers }: WorkTrace): MachinesAt {
  const machines = [...partakers.values()].filter(({ kind }) => kind === "machine");
  return { stationId, workUnit, machineIds: machines.map(({ id }) => id) };
}

async function readPlanOf(
  db: Queries,
  jobOrderId: string,
): Promise<Pick<OrderGenealogy, "itemName" | "programId">> {
  const stored = (await readJobOrders(db, [jobOrderId])).get(jobOrderId);
  // Checked by its schema before it was stored.
  const order = stored === undefined ? undefined : (JSON.parse(stored.body) as JobOrder);
  return { itemName: order?.item.name ?? null, programId: order?.requires?.programId ?? null };
}

async function readChecks(db: Queries, jobOrderId: string, names: Names): Promise<OrderGenealogy["checks"]> {
  const rows = await db.query<Omit<OrderGenealogy["checks"][number], "name">>(
    `SELECT characteristic_id AS "characteristicId", count(*) AS measured,
       count(*) FILTER (WHERE result <> 'inside') AS outside
     FROM measurement WHERE job_order_id = $1 AND withdrawn_by IS NULL
     GROUP BY characteristic_id ORDER BY characteristic_id`,
    [jobOrderId],
  );
  return rows.map((row) => ({ ...row, name: names.characteristic(row.characteristicId) }));
}

function named(usage: LotUsage, names: Names): OrderGenealogy["lots"][number] {
  return { ...usage, personName: names.person(usage.personId) };
}

function workOf(
  trace: WorkTrace,
  piece: PieceOf | undefined,
  names: WorkNames,
): Omit<OrderGenealogy["work"][number], "window" | "values"> {
  const { stationId, workUnit, fromUtc, toUtc, sums, overrides } = trace;
  const hadPart = ({ fromPieces, toPieces }: { readonly fromPieces: number; readonly toPieces: number }) =>
    piece === undefined ||
    (piece.stationId === stationId && fromPieces < piece.piece && piece.piece <= toPieces);
  const partakers = [...trace.partakers.values()].filter(hadPart);
  const pieces = producedOf(sums);
  return {
    stationId,
    workUnit,
    fromUtc,
    toUtc,
    pieces,
    partakers: partakers.map((one) => ({ ...one, name: nameOf(one, stationId, names) })),
    overrides: [...overrides],
    instructions: tracedInstructions(trace.instructions, pieces).filter(hadPart),
  };
}

interface WorkNames extends Names {
  machine(stationId: string, machineId: string): string;
}

async function readMachineNames(db: Queries): Promise<Pick<WorkNames, "machine">> {
  const machines = await listMachines(db);
  return {
    machine: (stationId, machineId) =>
      machines.find((one) => one.stationId === stationId && one.machineId === machineId)?.name ?? machineId,
  };
}

function nameOf({ kind, id }: Partaker, stationId: string, names: WorkNames): string {
  switch (kind) {
    case "person":
      return names.person(id) ?? id;
    case "machine":
      return names.machine(stationId, id);
    case "tool":
      return names.tool(id);
    case "gauge":
      return id;
    default:
      return kind satisfies never;
  }
}

/** Forward: the lot as the planner told of it and where it went. @returns undefined when nobody knows the lot */
export async function readLotGenealogy(
  db: Queries,
  lotId: string,
  vocabulary: Vocabulary,
): Promise<Told<LotGenealogy> | undefined> {
  const lot = await readLot(db, lotId);
  const orders = await ordersOfLots(db, [lotId]);
  if (lot === undefined && orders.length === 0) return undefined;
  const genealogy = await readTraces(db, orders, vocabulary);
  const names = await readNames(db);
  return {
    lotId,
    item: lot?.item ?? null,
    supplier: lot?.supplier ?? null,
    supplierLot: lot?.supplierLot ?? null,
    hold: lot?.hold ?? null,
    madeByJobOrderId: lot?.madeByJobOrderId ?? null,
    uses: forwardOf(genealogy, lotId).map((usage) => named(usage, names)),
  };
}

/** Every piece that a lot got into, however many lots and operations lie between. */
export async function readRecall(
  db: Queries,
  lotId: string,
  vocabulary: Vocabulary,
): Promise<Told<LotRecall>> {
  const { affected, pieces } = await readAffectedPieces(db, { lotIds: [lotId] }, vocabulary);
  const packed = await readAffectedPacking(db, affected, vocabulary);
  return { lotId, pieces, affected: [...affected], ...packed };
}
