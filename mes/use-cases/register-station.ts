import type { JobOrder } from "../../shared/domain/orders/job-order.ts";
import type { Queries } from "../database/database.ts";
import { appendDirectives, type DirectiveDraft } from "../repositories/directive-repository.ts";
import { listJobOrdersOf } from "../repositories/job-order-repository.ts";
import { listMasterData } from "../repositories/master-data-repository.ts";
import { readRouteNews } from "../repositories/route-repository.ts";
import { lockStation, upsertStation, workUnitsOf } from "../repositories/station-repository.ts";
import type { CommandOf } from "./command.ts";
import { concerns } from "./import-master-data.ts";
import { directedBody } from "./route-news.ts";
import { elsewhereDrafts } from "./tell-elsewhere.ts";
import { type Written, wrote } from "./written.ts";

export type RegisterOutcome = "registered" | "renewed";

/** Makes a station known, or gives a known one a new token. A new one gets all that is known as directives. */
export async function registerStation(
  tx: Queries,
  { station, atUtc }: CommandOf<"register-station">,
): Promise<Written<RegisterOutcome>> {
  const { stationId, otherWorkUnits = [] } = station;
  const workUnits = workUnitsOf({ ...station, otherWorkUnits });
  const before = await lockStation(tx, stationId);
  await upsertStation(tx, { ...station, otherWorkUnits });
  if (before !== undefined && isSame(workUnitsOf(before), workUnits)) return wrote("renewed");
  const drafts = await everythingFor(tx, { stationId, workUnits, atUtc });
  await appendDirectives(tx, stationId, { drafts, atUtc });
  return wrote(before === undefined ? "registered" : "renewed", [stationId]);
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((unit, index) => unit === right[index]);
}

async function everythingFor(
  tx: Queries,
  { stationId, workUnits, atUtc }: { stationId: string; workUnits: readonly string[]; atUtc: string },
): Promise<readonly DirectiveDraft[]> {
  const data = (await listMasterData(tx)).filter((item) => concerns(workUnits, item));
  const jobOrders = await listJobOrdersOf(tx, workUnits);
  const news = await readRouteNews(
    tx,
    jobOrders.map(({ jobOrderId }) => jobOrderId),
  );
  const orders = jobOrders.map(({ body }) => JSON.parse(body) as JobOrder); // checked before it was stored
  return [
    ...data,
    ...jobOrders.map(({ jobOrderId: id, body }) => {
      return { kind: "job-order" as const, id, body: directedBody(body, news.get(id)) };
    }),
    ...(await elsewhereDrafts(tx, { stationId, orders, atUtc })),
  ];
}
