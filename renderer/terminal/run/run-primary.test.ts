import { describe, expect, test } from "vitest";
import type { ActiveOrderView, ScreenModel } from "../../../shared/screen/screen-model.ts";
import { demoPlant } from "../fixtures/demo-plant.ts";
import { queued } from "../fixtures/queued.ts";
import { homePrimary } from "../home/home-primary.ts";
import { activeOrder } from "../testing/active-order.ts";
import { runPrimary } from "./run-primary.ts";

describe("UX 6.8 exactly one primary on Order run", () => {
  const primary = (over: Partial<ActiveOrderView>, padOpen = false, hasChecks = true) =>
    runPrimary({ order: activeOrder(over), padOpen, hasChecks });

  test.each([
    [{}, "box"],
    [{ boxQuantity: null }, "plus-one"],
    [{ machineCounts: true }, "measure"],
    [{ state: "paused" }, "resume"],
    [{ good: 600, remaining: 0 }, "finish"],
    [{ good: 600, remaining: 0, state: "paused" }, "resume"],
    [{ state: "setting-up" }, "begin-run"],
    [{ state: "held", hold: { cause: "hold", reason: "", isLifted: false } }, "lead"],
    [{ state: "held", hold: { cause: "hold", reason: "", isLifted: true } }, "resume"],
    [{ state: "held", hold: { cause: "cancelled", reason: "", isLifted: false } }, "finish"],
    [{ state: "held", hold: { cause: "aborted", reason: "", isLifted: false } }, "finish"],
  ] as const)("%o: %s", (over, expected) => {
    expect(primary(over)).toBe(expected);
  });

  test("the pad takes it while it is open", () => {
    expect(primary({}, true)).toBe("book");
  });

  test("a machine-counted order without a check offers the defect log", () => {
    expect(primary({ machineCounts: true }, false, false)).toBe("defect");
  });
});

describe("UX 6.8 the first key of Station home", () => {
  const model = (over: Partial<ScreenModel>): ScreenModel => ({
    ...demoPlant,
    order: null,
    checks: [],
    queue: [],
    ...over,
  });
  const row = (jobOrderId: string, blockedBy: string | null) =>
    queued(jobOrderId, "Item", 600, 0, "2026-06-10T14:00:00.000Z", "released", blockedBy);

  test("without an order the first one that may start", () => {
    expect(homePrimary(model({ queue: [row("4698", "Hold"), row("4712", null)] }))).toEqual({
      kind: "start",
      jobOrderId: "4712",
      itemName: "Item",
    });
    expect(homePrimary(model({ queue: [row("4698", "Hold")] }))).toEqual({ kind: "all-orders" });
  });

  test("good is never booked by hand while the machine counts", () => {
    expect(homePrimary(model({ order: activeOrder({ machineCounts: true }) }))).toEqual({
      kind: "open-order",
    });
    expect(homePrimary(model({ order: activeOrder() }))).toEqual({ kind: "box", quantity: 24 });
    expect(homePrimary(model({ order: activeOrder({ state: "paused" }) }))).toEqual({ kind: "resume" });
  });
});
