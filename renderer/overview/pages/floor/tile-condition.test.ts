import { describe, expect, test } from "vitest";
import { exampleTile, minutesAgo, NOW_MS } from "../../testing/examples.ts";
import { countConditions, isLoud, tileCondition } from "./tile-condition.ts";

describe("tileCondition", () => {
  test.each([
    ["running", "running", "running"],
    ["running", null, "running"],
    ["stopped", "running", "stopped"],
    ["stopped", "paused", "waiting"],
    ["stopped", null, "waiting"],
    ["fault", null, "fault"],
    ["idle", "running", "waiting"],
    ["set-up", "running", "setup"],
    ["no-shift", null, "planned"],
    ["no-data", "running", "no-signal"],
    [null, null, "no-signal"],
  ] as const)("machine %s with order %s is %s", (machineState, orderState, condition) => {
    expect(tileCondition(exampleTile({ machineState, orderState }))).toBe(condition);
  });

  test("3.1 a station out of contact is offline whatever it told last, and never loud", () => {
    const tile = exampleTile({ online: false, machineState: "stopped" });
    expect(tileCondition(tile)).toBe("offline");
    expect(isLoud(tile, NOW_MS)).toBe(false);
  });

  test("an unplanned stop is loud at once, waiting only after two minutes", () => {
    const stopped = { machineState: "stopped", stateSinceUtc: minutesAgo(1) } as const;
    expect(isLoud(exampleTile(stopped), NOW_MS)).toBe(true);
    expect(isLoud(exampleTile({ ...stopped, machineState: "fault" }), NOW_MS)).toBe(true);
    expect(isLoud(exampleTile({ ...stopped, machineState: "set-up" }), NOW_MS)).toBe(true);
    const waiting = { ...stopped, orderState: "paused" } as const;
    expect(isLoud(exampleTile(waiting), NOW_MS)).toBe(false);
    expect(isLoud(exampleTile({ ...waiting, stateSinceUtc: minutesAgo(2) }), NOW_MS)).toBe(true);
  });

  test("every tile is counted once", () => {
    const tiles = [exampleTile(), exampleTile({ online: false }), exampleTile({ machineState: "stopped" })];
    expect(countConditions(tiles)).toEqual({
      running: 1,
      stopped: 1,
      waiting: 0,
      "no-signal": 0,
      offline: 1,
      fault: 0,
      setup: 0,
      planned: 0,
    });
  });
});
