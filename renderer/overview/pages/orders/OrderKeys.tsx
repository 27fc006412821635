import type { OrderRow } from "../../../../shared/protocol/pages.ts";
import { orderActPath } from "../../data/mes-api.ts";
import { type Act, ActKeys } from "../../planner/ActKeys.tsx";

/** What the planner may still do to an order; one that ended takes no plan (OR-2). */
export function OrderKeys({ order }: { readonly order: OrderRow }) {
  const acts = actsOf(order);
  return acts.length === 0 ? null : <ActKeys acts={acts} />;
}

function actsOf({ jobOrderId, state, plannerReason }: OrderRow): readonly Act[] {
  if (state === "finished" || state === "aborted" || state === "cancelled") return [];
  const path = (act: Act["act"]): string => orderActPath(jobOrderId, act);
  const hold: Act =
    plannerReason === null
      ? { act: "hold", asks: "reason", path: path("hold") }
      : { act: "release", asks: null, path: path("release") };
  return [
    hold,
    { act: "cut", asks: "plannedQuantity", path: path("cut") },
    { act: "cancel", asks: "reason", path: path("cancel") },
  ];
}
