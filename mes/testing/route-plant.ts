import { randomUUID } from "node:crypto";
import type { JobOrder } from "../../shared/domain/orders/job-order.ts";
import { jobOrderSchema } from "../../shared/domain/orders/job-order.ts";
import type { Mes } from "../open-mes.ts";
import { readDirectives } from "../repositories/directive-repository.ts";
import { jobOrder, newStation } from "./test-mes.ts";

/** A production order of two operations with a station of its own for each. */
export interface RoutePlant {
  readonly turn: string;
  readonly assemble: string;
  readonly turnStation: string;
  readonly assembleStation: string;
}

export async function newRoutePlant(
  mes: Mes,
  {
    plannedQuantity,
    transferQuantity,
  }: { readonly plannedQuantity: number; readonly transferQuantity: number | null },
): Promise<RoutePlant> {
  const productionOrderId = `P-${randomUUID().slice(0, 8)}`;
  const [turn, assemble] = [`${productionOrderId}-10`, `${productionOrderId}-20`];
  const [turnUnit, assembleUnit] = [`CNC-${productionOrderId}`, `ASSY-${productionOrderId}`];
  const order = (id: string, change: Partial<JobOrder>) =>
    jobOrder(id, { plannedQuantity, countAuthority: "operator", ...change });
  const route = { productionOrderId, transferQuantity };
  const jobOrders = [
    order(turn, {
      workUnit: turnUnit,
      operation: { number: "10", name: "Turn" },
      route: { ...route, sequence: 10, previousJobOrderId: null },
    }),
    order(assemble, {
      workUnit: assembleUnit,
      operation: { number: "20", name: "Assemble" },
      route: { ...route, sequence: 20, previousJobOrderId: turn },
    }),
  ];
  const turnStation = await newStation(mes, turnUnit);
  const assembleStation = await newStation(mes, assembleUnit);
  await mes.execute({ kind: "import-job-orders", atUtc: mes.nowUtc(), jobOrders });
  return { turn, assemble, turnStation, assembleStation };
}

/** All versions of job orders that a station was sent, oldest first, as it reads them. */
export async function toldOrders(mes: Mes, stationId: string): Promise<readonly JobOrder[]> {
  const directives = await readDirectives(mes.database, stationId, { after: 0, limit: 1_000 });
  return directives.filter(({ kind }) => kind === "job-order").map(({ body }) => jobOrderSchema.parse(body));
}
