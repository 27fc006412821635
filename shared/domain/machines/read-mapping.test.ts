import { describe, expect, test } from "vitest";
import { readMapping } from "./read-mapping.ts";

const press = {
  machineId: "press-1",
  name: "Press 1",
  workUnit: "PRESS-1",
  endpointUrl: "opc.tcp://press:4840",
  signals: [{ signalId: "force", name: "Force", node: "nsu=urn:p;s=Force", meaning: "measure" }],
};
const [force] = press.signals;
const text = (machines: unknown, rest: object = {}) =>
  JSON.stringify({ format: "takt-mapping", version: 1, machines, ...rest });
const withSignal = (change: object) => text([{ ...press, signals: [{ ...force, ...change }] }]);

describe("MM-14 a mapping that is brought in", () => {
  test("MM-14 a good one is read, with limits of what is normal", () => {
    const { file, faults } = readMapping(withSignal({ limits: { low: null, high: 400 } }));
    expect(faults).toEqual([]);
    expect(file?.machines[0]?.signals[0]?.limits).toEqual({ low: null, high: 400 });
  });

  test.each([
    ["no JSON", "{no", { fault: "not-json", machine: "", field: "" }],
    ["something else", "[]", { fault: "no-mapping", field: "" }],
    ["a newer format", text([], { version: 2 }), { fault: "no-mapping", field: "version" }],
    ["no list of machines", text(undefined), { fault: "no-mapping", field: "machines" }],
    [
      "a machine without a name",
      text([{ ...press, name: undefined }]),
      { fault: "missing", machine: "press-1", field: "name" },
    ],
    [
      "a node by its index",
      withSignal({ node: "ns=2;s=Force" }),
      { fault: "wrong-value", machine: "Press 1", signal: "Force", field: "node" },
    ],
    [
      "a word it does not know",
      withSignal({ colour: "red" }),
      { fault: "unknown-word", signal: "Force", field: "colour" },
    ],
    ["a name that is too long", withSignal({ name: "x".repeat(90) }), { fault: "too-large", field: "name" }],
    ["two machines of one id", text([press, press]), { fault: "id-twice", machine: "Press 1", signal: "" }],
    ["a state without its map", withSignal({ meaning: "state" }), { fault: "state-map", signal: "Force" }],
    ["limits upside down", withSignal({ limits: { low: 5, high: 5 } }), { fault: "limits", field: "limits" }],
    [
      "limits of a programme",
      withSignal({ meaning: "program", limits: { low: 5, high: 6 } }),
      { fault: "limits", signal: "Force" },
    ],
  ])("MM-14 %s is refused with machine, signal and word as people know them", (_what, given, wanted) => {
    const { file, faults } = readMapping(given);
    expect(file).toBeUndefined();
    expect(faults[0]).toMatchObject(wanted);
  });
});
