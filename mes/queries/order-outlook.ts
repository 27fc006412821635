import { type LotAtHand, materialStanding } from "../../shared/domain/orders/material-standing.ts";
import type { OrderForecast } from "../../shared/domain/orders/order-forecast.ts";
import { type OrderRisk, orderRisk, withMaterial } from "../../shared/domain/orders/order-risk.ts";
import type { OrderOutlook, ShownForecast } from "../../shared/protocol/order-outlook.ts";
import type { OrderFacts } from "./order-facts.ts";
import type { Board } from "./read-board.ts";

const UNSEEN: OrderForecast = { kind: "not-known", why: "waits-for", sinceMs: null, about: null };

export function forecastOf({ forecasts }: Pick<Board, "forecasts">, { jobOrder }: OrderFacts): OrderForecast {
  return forecasts.get(jobOrder.jobOrderId) ?? UNSEEN;
}

export function riskOf(board: Pick<Board, "forecasts" | "nowMs">, order: OrderFacts): OrderRisk {
  const { jobOrder, state } = order;
  return orderRisk({
    dueMs: Date.parse(jobOrder.dueUtc),
    nowMs: board.nowMs,
    blockedBy: state === "released" ? jobOrder.blockedBy : null,
    forecast: forecastOf(board, order),
  });
}

/** @param lots of the items that it takes, at least */
export function outlookOf(board: Board, order: OrderFacts, lots: readonly LotAtHand[]): OrderOutlook {
  const { jobOrder, good } = order;
  const material = materialStanding({
    materials: jobOrder.materials,
    piecesLeft: Math.max(0, jobOrder.plannedQuantity - good),
    lots,
    nowUtc: utc(board.nowMs),
  });
  return {
    forecast: shownForecast(forecastOf(board, order)),
    risk: withMaterial(riskOf(board, order), material),
    material,
    queuePlace: board.places.get(jobOrder.jobOrderId) ?? null,
  };
}

export function shownForecast(forecast: OrderForecast): ShownForecast {
  if (forecast.kind === "not-known") {
    const { kind, why, sinceMs, about } = forecast;
    return { kind, why, sinceUtc: sinceMs === null ? null : utc(sinceMs), about };
  }
  const { kind, startMs, readyMs, fromMs, toMs, basis } = forecast;
  return {
    kind,
    startUtc: utc(startMs),
    readyUtc: utc(readyMs),
    fromUtc: utc(fromMs),
    toUtc: utc(toMs),
    basis,
  };
}

function utc(ms: number): string {
  return new Date(ms).toISOString();
}
