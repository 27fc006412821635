import { describe, expect, test } from "vitest";
import { exampleOrder, minutesAgo, NOW_MS } from "../../testing/examples.ts";
import { countByFilter, matchesSearch, selectOrders } from "./order-filter.ts";

const orders = [
  exampleOrder({ jobOrderId: "4731", dueUtc: minutesAgo(-300) }),
  exampleOrder({ jobOrderId: "4711", state: "running", dueUtc: minutesAgo(-60) }),
  exampleOrder({ jobOrderId: "4715", state: "paused", dueUtc: minutesAgo(30) }),
  exampleOrder({ jobOrderId: "4698", blockedBy: "Hold Q-118", dueUtc: minutesAgo(-90) }),
  exampleOrder({ jobOrderId: "4650", state: "finished", dueUtc: minutesAgo(500) }),
  exampleOrder({ jobOrderId: "4660", state: "finished", dueUtc: minutesAgo(400) }),
  exampleOrder({ jobOrderId: "4651", state: "cancelled", blockedBy: "Hold Q-1", dueUtc: minutesAgo(600) }),
];
const numbers = (filter: Parameters<typeof selectOrders>[1]["filter"], search = ""): readonly string[] =>
  selectOrders(orders, { filter, search }, NOW_MS).map(({ jobOrderId }) => jobOrderId);

describe("order filter", () => {
  test("3.2 open orders come by due time, what is over follows, latest first", () => {
    expect(numbers("all")).toEqual(["4715", "4711", "4698", "4731", "4660", "4650", "4651"]);
  });

  test("3.2 each filter shows its orders; what is over is neither late nor blocked", () => {
    expect(numbers("running")).toEqual(["4715", "4711"]);
    expect(numbers("late")).toEqual(["4715"]);
    expect(numbers("blocked")).toEqual(["4698"]);
    expect(numbers("finished")).toEqual(["4660", "4650"]);
    expect(countByFilter(orders, NOW_MS)).toMatchObject({
      running: 2,
      late: 1,
      blocked: 1,
      finished: 2,
      all: 7,
    });
  });

  test("3.2 on hold is what the planner holds, begun or not; today is by the reader's calendar", () => {
    const held = exampleOrder({ jobOrderId: "1", state: "held", plannerReason: "Q-7" });
    const waiting = exampleOrder({ jobOrderId: "2", plannerReason: "Q-7", dueUtc: minutesAgo(-3 * 1_440) });
    const ended = exampleOrder({ jobOrderId: "3", state: "cancelled", plannerReason: "Q-7" });
    const found = (filter: "hold" | "today") =>
      selectOrders([held, waiting, ended], { filter, search: "" }, NOW_MS).map(
        ({ jobOrderId }) => jobOrderId,
      );
    expect(found("hold")).toEqual(["1", "2"]);
    expect(found("today")).toEqual(["1"]);
  });

  test.each([
    ["4711", true],
    ["WO4711", true],
    ["flange 30", true],
    ["cnc-2  TURN", true],
    ["", true],
    ["4712", false],
    ["flange press", false],
  ])("search %j finds order 4711: %s", (search, isFound) => {
    expect(matchesSearch(exampleOrder(), search)).toBe(isFound);
  });
});
