import { describe, expect, test } from "vitest";
import { mappingFileSchema } from "./mapping.ts";
import { packMlStates } from "./state-maps.ts";

const signal = (signalId: string, rest: object): object => ({
  signalId,
  node: `nsu=urn:plant:press;s=${signalId}`,
  ...rest,
});

const press = {
  machineId: "press-1",
  name: "Press 1",
  workUnit: "PRESS-1",
  endpointUrl: "opc.tcp://press:4840",
  signals: [
    signal("state", { meaning: "state", stateMap: packMlStates }),
    signal("good", { meaning: "count-good", count: { piecesPerCount: 4 } }),
    signal("tonnage", { meaning: "measure", unit: "kN", scale: 0.1 }),
  ],
};

const file = (...machines: readonly object[]): object => ({ format: "takt-mapping", version: 1, machines });
const faults = (value: object): readonly string[] =>
  (mappingFileSchema.safeParse(value).error?.issues ?? []).map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  );

describe("mapping", () => {
  test("MM-1 a machine needs only what nobody can guess; the rest has a default", () => {
    const [machine] = mappingFileSchema.parse(file(press)).machines;
    expect(machine).toMatchObject({
      security: { mode: "SignAndEncrypt", policy: "Basic256Sha256", identity: "anonymous" },
      rules: { stateFrom: "signal", microStopSeconds: 120, planned: null },
    });
    expect(machine?.signals[1]).toMatchObject({
      samplingMs: 250,
      queueSize: 100,
      discard: "oldest",
      count: { from: "counter", piecesPerCount: 4 },
    });
  });

  test("MM-1 a mapping that was read is written and read again unchanged", () => {
    const once = mappingFileSchema.parse(file(press));
    expect(mappingFileSchema.parse(JSON.parse(JSON.stringify(once)))).toEqual(once);
  });

  test.each([
    [
      "a node by index",
      { signals: [signal("a", { meaning: "other", node: "ns=2;s=A" })] },
      /signals\.0\.node/,
    ],
    ["a state without its map", { signals: [signal("a", { meaning: "state" })] }, /needs a stateMap/],
    [
      "a map on a measure",
      { signals: [signal("a", { meaning: "measure", stateMap: {} })] },
      /only a state, needs/,
    ],
    [
      "a count rule on an alarm",
      { signals: [signal("a", { meaning: "alarm", count: {} })] },
      /Only a count has/,
    ],
    [
      "the same id twice",
      { signals: [signal("a", { meaning: "other" }), signal("a", { meaning: "other" })] },
      /signals\.1: Two signals have this id/,
    ],
    [
      "the same count twice",
      { signals: [signal("a", { meaning: "count-good" }), signal("b", { meaning: "count-good" })] },
      /signals\.1: This count is mapped twice/,
    ],
    ["a state from counts without a cycle", { rules: { stateFrom: "counts" } }, /rules\.cycleSeconds/],
    ["a word it does not know", { colour: "red" }, /colour/],
  ])("MM-2 %s is refused with its place", (_what, change, wanted) => {
    expect(faults(file({ ...press, ...change })).join("\n")).toMatch(wanted);
  });

  test("MM-2 two machines of one id are refused", () => {
    expect(faults(file(press, press))).toEqual(["machines.1: Two machines have this id"]);
  });
});
