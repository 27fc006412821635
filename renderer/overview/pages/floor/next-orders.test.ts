import { expect, test } from "vitest";
import { exampleOrder, exampleOutlook } from "../../testing/examples.ts";
import { nextOrders } from "./next-orders.ts";

test("OR-12 next are the released orders of this machine, as its queue stands", () => {
  const at = (place: number) => ({ outlook: exampleOutlook({ queuePlace: { place, of: 3 } }) });
  const orders = [
    exampleOrder({ jobOrderId: "4731", ...at(2) }),
    exampleOrder({ jobOrderId: "4720", ...at(1) }),
    exampleOrder({ jobOrderId: "4711", state: "running", outlook: exampleOutlook() }),
    exampleOrder({ jobOrderId: "4688", workUnit: "PRESS-1", ...at(1) }),
    exampleOrder({ jobOrderId: "4712", ...at(3) }),
  ];
  expect(nextOrders(orders, "CNC-2", 2).map(({ jobOrderId }) => jobOrderId)).toEqual(["4720", "4731"]);
});
