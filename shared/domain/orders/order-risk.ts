import type { MaterialStanding } from "./material-standing.ts";
import type { OrderForecast } from "./order-forecast.ts";

/** How an open order stands against its due time. */
export type OrderRisk =
  | { readonly kind: "on-time" }
  /** The range of the forecast reaches beyond the due time; `byMs` that far. */
  | { readonly kind: "may-be-late"; readonly byMs: number }
  /** Due already, or ready too late even in the best case. */
  | { readonly kind: "late"; readonly byMs: number }
  /** In time, if only there were material for all of it. */
  | { readonly kind: "material-short" }
  | { readonly kind: "blocked"; readonly because: string }
  | { readonly kind: "not-known" };

interface Standing {
  readonly dueMs: number;
  readonly nowMs: number;
  /** In the planner's words; null: nothing blocks it. */
  readonly blockedBy: string | null;
  readonly forecast: OrderForecast;
}

/**
 * What is overdue is late whatever else is known of it, and then what blocks it counts before any time. With a range from
 * a to b: late when a lies behind the due time, may be late when only b does, else on time.
 */
export function orderRisk({ dueMs, nowMs, blockedBy, forecast }: Standing): OrderRisk {
  const readyMs = forecast.kind === "ready" ? forecast.readyMs : nowMs;
  if (dueMs < nowMs) return { kind: "late", byMs: Math.max(readyMs, nowMs) - dueMs };
  if (blockedBy !== null) return { kind: "blocked", because: blockedBy };
  if (forecast.kind === "not-known") return { kind: "not-known" };
  if (forecast.fromMs > dueMs) return { kind: "late", byMs: forecast.readyMs - dueMs };
  if (forecast.toMs > dueMs) return { kind: "may-be-late", byMs: forecast.toMs - dueMs };
  return { kind: "on-time" };
}

/** What is in time but for its material is not in time; whatever else is known of an order says more. */
export function withMaterial(risk: OrderRisk, { kind }: Pick<MaterialStanding, "kind">): OrderRisk {
  const isShort = kind === "missing" || kind === "part";
  return risk.kind === "on-time" && isShort ? { kind: "material-short" } : risk;
}
