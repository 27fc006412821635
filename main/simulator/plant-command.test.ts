import { describe, expect, test } from "vitest";
import { parsePlantCommand } from "./plant-command.ts";

describe("understood", () => {
  test.each([
    ["scan WO4711", { verb: "scan", code: "WO4711" }],
    ["scan ]d20104<GS>10A", { verb: "scan", code: "]d20104\u001d10A" }],
    ["gauge", { verb: "gauge", isStable: true }],
    ["gauge 39,991", { verb: "gauge", valueMm: "39.991", isStable: true }],
    ["gauge -0.5 unstable", { verb: "gauge", valueMm: "-0.5", isStable: false }],
    ["machine stop", { verb: "machine", to: "stop" }],
    ["count 25", { verb: "count", parts: 25 }],
    ["counter reset", { verb: "counter", to: 0 }],
    ["counter 4294967295", { verb: "counter", to: 4_294_967_295 }],
    ["tool change", { verb: "tool" }],
    ["network cut", { verb: "network", to: "cut" }],
    ["unplug scanner", { verb: "unplug", device: "scanner" }],
    ["replug gauge", { verb: "replug", device: "gauge" }],
    ["speed 2.5", { verb: "speed", factor: 2.5 }],
    ["status", { verb: "status" }],
  ])("%s", (line, command) => {
    expect(parsePlantCommand(line.split(" "))).toEqual({ ok: true, value: command });
  });
});

describe("refused", () => {
  test.each([
    "",
    "bogus",
    "scan",
    "scan A B",
    "gauge abc",
    "gauge 1 2",
    "machine fly",
    "count",
    "count 0",
    "count 1.5",
    "count -3",
    "count many",
    "counter 4294967296",
    "tool",
    "network",
    "unplug printer",
    "speed 0",
    "speed 1000",
    "status now",
    "__proto__",
  ])("%j", (line) => {
    const parsed = parsePlantCommand(line.split(" "));
    expect(parsed.ok ? "accepted" : parsed.refusal).toContain(`"${line}"`);
  });
});
