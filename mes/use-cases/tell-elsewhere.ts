import type { CountAuthority, JobOrder } from "../../shared/domain/orders/job-order.ts";
import { goodQuantity } from "../../shared/domain/orders/job-order-progress.ts";
import type { MadeElsewhere } from "../../shared/domain/orders/made-elsewhere.ts";
import type { Queries } from "../database/database.ts";
import {
  appendToStations,
  dropSuperseded,
  type StationDirective,
} from "../repositories/directive-repository.ts";
import { readJobOrders } from "../repositories/job-order-repository.ts";
import { readAuthorities } from "../repositories/progress-repository.ts";
import { readStationShares, type StationShare } from "../repositories/station-progress-repository.ts";
import { type StationRow, workUnitsOf } from "../repositories/station-repository.ts";

interface Telling {
  /** Orders that something was booked on. */
  readonly jobOrderIds: readonly string[];
  /** Who alone booked it, so that what the others made is as it was for that one; null: all are told. */
  readonly by: string | null;
  /** All that stand for the work units of these orders, locked where others work at the same time. */
  readonly stations: readonly StationRow[];
  readonly atUtc: string;
}

/**
 * Tells the other stations of an order what was booked on it elsewhere (SE-15). Each gets whole sums of the present, so
 * that of a station's log only the newest line of an order is kept.
 *
 * @returns the stations with new directives
 */
export async function tellElsewhere(
  tx: Queries,
  { jobOrderIds, by, stations, atUtc }: Telling,
): Promise<readonly string[]> {
  const told = stations.filter(({ stationId }) => stationId !== by);
  if (jobOrderIds.length === 0 || stations.length < 2 || told.length === 0) return [];
  const orders = await readJobOrders(tx, jobOrderIds);
  const sums = await elsewhereSums(tx, [...orders.values()].map(parsed));
  const directives = told.flatMap((station) =>
    [...orders.values()]
      .filter(({ workUnit }) => workUnitsOf(station).includes(workUnit))
      .flatMap(({ jobOrderId }) => directive(station.stationId, sums(station.stationId, jobOrderId), atUtc)),
  );
  await dropSuperseded(tx, directives);
  await appendToStations(tx, directives, atUtc);
  return [...new Set(directives.map(({ stationId }) => stationId))];
}

/** For a station that is new at a work unit: what the others have made of its orders. */
export async function elsewhereDrafts(
  tx: Queries,
  { stationId, orders, atUtc }: { stationId: string; orders: readonly JobOrder[]; atUtc: string },
): Promise<readonly StationDirective[]> {
  const sums = await elsewhereSums(tx, orders);
  return orders.flatMap(({ jobOrderId }) => directive(stationId, sums(stationId, jobOrderId), atUtc));
}

function parsed({ body }: { readonly body: string }): JobOrder {
  return JSON.parse(body) as JobOrder; // checked by its schema before it was stored
}

type Sums = Pick<MadeElsewhere, "jobOrderId" | "good" | "scrap" | "rework" | "stations">;

async function elsewhereSums(
  tx: Queries,
  orders: readonly JobOrder[],
): Promise<(stationId: string, jobOrderId: string) => Sums> {
  const ids = orders.map(({ jobOrderId }) => jobOrderId);
  const shares = Map.groupBy(await readStationShares(tx, ids), ({ jobOrderId }) => jobOrderId);
  const begun = await readAuthorities(tx, ids);
  const authorities = new Map<string, CountAuthority>(
    orders.map(({ jobOrderId, countAuthority }) => [jobOrderId, begun.get(jobOrderId) ?? countAuthority]),
  );
  return (stationId, jobOrderId) => {
    const others = (shares.get(jobOrderId) ?? []).filter((share) => share.stationId !== stationId);
    return madeBy(others, jobOrderId, authorities.get(jobOrderId) ?? "operator");
  };
}

/** By the one authority of the order, as the MES adds it up. */
function madeBy(others: readonly StationShare[], jobOrderId: string, countAuthority: CountAuthority): Sums {
  const total = (of: (share: StationShare) => number) => others.reduce((sum, share) => sum + of(share), 0);
  const scrap = total((share) => share.scrap);
  const rework = total((share) => share.rework);
  const counted = total((share) => share.counted);
  const reportedGood = total((share) => share.reportedGood);
  const good = goodQuantity({ countAuthority, counted, reportedGood, scrap, rework });
  return { jobOrderId, good, scrap, rework, stations: others.length };
}

/** Nothing is said of an order that nobody else has begun. */
function directive(stationId: string, sums: Sums, atUtc: string): readonly StationDirective[] {
  if (sums.stations === 0) return [];
  const body = JSON.stringify({ ...sums, asOfUtc: atUtc });
  return [{ stationId, kind: "made-elsewhere", id: sums.jobOrderId, body }];
}
