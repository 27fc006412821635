import type { JobOrder } from "../../shared/domain/orders/job-order.ts";
import type { Queries } from "../database/database.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { appendDirectives, type DirectiveDraft } from "../repositories/directive-repository.ts";
import { lockJobOrders, type StoredJobOrder, upsertJobOrders } from "../repositories/job-order-repository.ts";
import { stationsWithParked } from "../repositories/parked-repository.ts";
import { lockAllStations, workUnitsOf } from "../repositories/station-repository.ts";
import type { Body, CommandOf } from "./command.ts";
import { reapplyParked } from "./reapply-parked.ts";
import { settleRoutes } from "./settle-routes.ts";
import { tellElsewhere } from "./tell-elsewhere.ts";
import { type Written, wrote, wroteNothing } from "./written.ts";

export interface ImportOutcome {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
}

/**
 * Takes job orders of the planner: new ones, and new versions of known ones. The stations of the work unit get each
 * change as a directive; what they already recorded on an order is theirs and stays (I-22).
 */
export async function importJobOrders(
  tx: Queries,
  { jobOrders, atUtc }: CommandOf<"import-job-orders">,
  vocabulary: Vocabulary,
): Promise<Written<ImportOutcome>> {
  const stations = await lockAllStations(tx);
  const before = await lockJobOrders(tx, jobOrders.map(idOf));
  const wanted = jobOrders.map((body) => stored(inItsPlace(body, before.get(idOf(body)))));
  const changes = wanted.filter((order) => before.get(order.jobOrderId)?.body !== order.body);
  const created = changes.filter((order) => !before.has(order.jobOrderId)).length;
  const value = { created, changed: changes.length - created, unchanged: wanted.length - changes.length };
  if (changes.length === 0) return wroteNothing(value);
  await upsertJobOrders(tx, changes, atUtc);
  const directed: string[] = [];
  for (const station of stations) {
    const { stationId } = station;
    const drafts = changes.flatMap((order) =>
      draftFor(workUnitsOf(station), before.get(order.jobOrderId), order),
    );
    await appendDirectives(tx, stationId, { drafts, atUtc });
    if (drafts.length > 0) directed.push(stationId);
  }
  const planned = changes.map(({ jobOrderId }) => jobOrderId);
  const released: string[] = [];
  if (created > 0)
    for (const stationId of await stationsWithParked(tx))
      released.push(...(await reapplyParked(tx, stationId, { vocabulary, atUtc })).jobOrderIds);
  const routed = await settleRoutes(tx, { jobOrderIds: [...planned, ...released], planned, atUtc });
  const moved = changes
    .filter(({ jobOrderId, workUnit }) => (before.get(jobOrderId)?.workUnit ?? workUnit) !== workUnit)
    .map(({ jobOrderId }) => jobOrderId);
  const jobOrderIds = [...new Set([...moved, ...released])];
  const told = await tellElsewhere(tx, { jobOrderIds, by: null, stations, atUtc });
  return wrote(value, [...new Set([...directed, ...routed, ...told])]);
}

function idOf(body: Body): string {
  return (body as JobOrder).jobOrderId; // checked by the schema of the route
}

/** A plan that says nothing of the place in the queue leaves an order where a person put it, as long as it is that queue. */
function inItsPlace(body: Body, before: StoredJobOrder | undefined): Body {
  if (before === undefined || body.queueNumber !== undefined || body.workUnit !== before.workUnit)
    return body;
  const { queueNumber } = JSON.parse(before.body) as JobOrder; // checked by its schema before it was stored
  return queueNumber === undefined ? body : { ...body, queueNumber };
}

function stored(body: Body): StoredJobOrder {
  const { jobOrderId, workUnit, status, route } = body as JobOrder; // checked by the schema of the route
  const productionOrderId = route?.productionOrderId ?? null;
  return { jobOrderId, workUnit, status, productionOrderId, body: JSON.stringify(body) };
}

/**
 * An order that moves to another work unit leaves the stations of the old one, with what they were told of others' pieces. An operation of a production order is sent
 * by settleRoutes, with what has come to it.
 */
function draftFor(
  workUnits: readonly string[],
  before: StoredJobOrder | undefined,
  after: StoredJobOrder,
): readonly DirectiveDraft[] {
  const key = { kind: "job-order", id: after.jobOrderId } as const;
  if (workUnits.includes(after.workUnit) && after.productionOrderId !== null) return [];
  if (workUnits.includes(after.workUnit)) return [{ ...key, body: after.body }];
  if (before === undefined || !workUnits.includes(before.workUnit)) return [];
  return [
    { ...key, body: null },
    { kind: "made-elsewhere", id: after.jobOrderId, body: null },
  ];
}
