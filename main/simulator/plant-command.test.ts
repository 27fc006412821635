import { describe, expect, test } from "vitest";
import { parsePlantCommand } from "./plant-command.ts";

describe("understood", () => {
  test.each([
    ["scan WO4711", { verb: "scan", code: "WO4711", at: "lathe" }],
    ["scan WO4711 bench", { verb: "scan", code: "WO4711", at: "bench" }],
    ["scan ]d20104<GS>10A", { verb: "scan", code: "]d20104\u001d10A", at: "lathe" }],
    ["gauge", { verb: "gauge", isStable: true }],
    ["gauge 39,991", { verb: "gauge", valueMm: "39.991", isStable: true }],
    ["gauge -0.5 unstable", { verb: "gauge", valueMm: "-0.5", isStable: false }],
    ["unplug scanner", { verb: "unplug", device: "scanner" }],
    ["replug gauge", { verb: "replug", device: "gauge" }],
    ["status", { verb: "status" }],
  ])("%s", (line, command) => {
    expect(parsePlantCommand(line.split(" "))).toEqual({ ok: true, value: command });
  });
});

describe("understood by a machine", () => {
  test.each([
    ["machine stop", { verb: "machine", to: "stop" }],
    ["go", { verb: "machine", to: "run" }],
    ["set-up", { verb: "machine", to: "set-up" }],
    ["count 25", { verb: "count", parts: 25 }],
    ["counter reset", { verb: "counter", to: 0 }],
    ["counter 4294967295", { verb: "counter", to: 4_294_967_295 }],
    ["tool change", { verb: "tool" }],
    ["network hang", { verb: "network", to: "hang" }],
    ["speed 2.5", { verb: "speed", factor: 2.5 }],
    ["starve", { verb: "material", to: "starve" }],
    ["alarm raise chip-jam", { verb: "alarm", to: "raise", code: "chip-jam" }],
    ["wear bearing 80", { verb: "wear", part: "bearing", percent: 80 }],
    ["chance off", { verb: "chance", isOn: false }],
    ["power off", { verb: "power", to: "off" }],
    ["restart", { verb: "restart", isReordered: false, isFresh: false }],
    ["restart fresh reordered", { verb: "restart", isReordered: true, isFresh: true }],
    ["clock +1d", { verb: "clock", offsetMs: 86_400_000 }],
    ["clock -1.5s", { verb: "clock", offsetMs: -1_500 }],
    ["clock right", { verb: "clock", offsetMs: 0 }],
    ["corrupt partCount minus", { verb: "corrupt", signal: "partCount", how: "minus" }],
    ["mend all", { verb: "mend", signal: "all" }],
    ["flood 1000 10", { verb: "flood", variables: 1_000, everyMs: 10 }],
    ["flood stop", { verb: "flood", variables: 0, everyMs: 1 }],
    ["truth", { verb: "truth" }],
  ])("%s", (line, command) => {
    const to = (machine: string) => ({ ok: true, value: { verb: "at", machine, command } });
    expect(parsePlantCommand(line.split(" "))).toEqual(to("lathe"));
    expect(parsePlantCommand(["press", ...line.split(" ")])).toEqual(to("press"));
    expect(parsePlantCommand(["all", ...line.split(" ")])).toEqual(to("all"));
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
    "speed 1001",
    "status now",
    "press",
    "press dance",
    "robot stop",
    "press scan WO4711",
    "clock tomorrow",
    "clock +4000d",
    "wear bearing",
    "wear bearing 101",
    "wear bearing much",
    "corrupt partCount",
    "corrupt partCount purple",
    "alarm chip-jam",
    "restart slowly",
    "flood 10",
    "flood 30000 10",
    "flood 10 0",
    "starve now",
    "__proto__",
  ])("%j", (line) => {
    const parsed = parsePlantCommand(line.split(" "));
    expect(parsed.ok ? "accepted" : parsed.refusal).toContain(`"${line}"`);
  });
});
