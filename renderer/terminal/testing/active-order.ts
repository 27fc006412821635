import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";
import { demoPlant } from "../fixtures/demo-plant.ts";

/** The order that runs at the demo plant, counted by hand, where `over` does not say otherwise. */
export function activeOrder(over: Partial<ActiveOrderView> = {}): ActiveOrderView {
  if (demoPlant.order === null) throw new Error("No order runs at the demo plant");
  return { ...demoPlant.order, ...over };
}
