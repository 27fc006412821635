import { expect, test } from "vitest";
import { exampleOrder, minutesAgo } from "../../testing/examples.ts";
import { nextOrders } from "./next-orders.ts";

test("next are the released orders of this machine, earliest due first", () => {
  const orders = [
    exampleOrder({ jobOrderId: "4731", dueUtc: minutesAgo(-300) }),
    exampleOrder({ jobOrderId: "4720", dueUtc: minutesAgo(-200) }),
    exampleOrder({ jobOrderId: "4711", state: "running", dueUtc: minutesAgo(-100) }),
    exampleOrder({ jobOrderId: "4688", workUnit: "PRESS-1", dueUtc: minutesAgo(-50) }),
    exampleOrder({ jobOrderId: "4712", dueUtc: minutesAgo(-400) }),
  ];
  expect(nextOrders(orders, "CNC-2", 2).map(({ jobOrderId }) => jobOrderId)).toEqual(["4720", "4731"]);
});
