import type { Metric } from "../measure/report.ts";
import { measureRecall } from "../orders/measure-recall.ts";
import { measureStation } from "../orders/measure-station.ts";

export interface OrdersRun {
  /** In the journal of the MES. */
  readonly events: number;
  /** "station" or "mes" for that half alone. */
  readonly only: string | undefined;
}

/** Orders after a long time: what a person at the station waits for, and what a recall at the MES takes. */
export async function measureOrders({ events, only }: OrdersRun): Promise<readonly Metric[]> {
  return [
    ...(only === "mes" ? [] : await measureStation()),
    ...(only === "station" ? [] : await measureRecall(events)),
  ];
}
