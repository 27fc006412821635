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

const alarms = (rest: object = {}): object => ({
  sourceId: "alarms",
  notifier: "nsu=urn:plant:press;s=Press",
  ...rest,
});

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

  test("MM-11 alarms by event are described as data, and a mapping without them is what it always was", () => {
    const [without] = mappingFileSchema.parse(file(press)).machines;
    expect(without?.alarmSources).toEqual([]);
    const [machine] = mappingFileSchema.parse(file({ ...press, alarmSources: [alarms()] })).machines;
    expect(machine?.alarmSources).toEqual([
      {
        sourceId: "alarms",
        name: "Alarm",
        notifier: "nsu=urn:plant:press;s=Press",
        kind: "condition",
        sameBy: "condition",
        messageSeconds: 60,
        severityAtLeast: 1,
        queueSize: 1_000,
        acknowledge: "station",
      },
    ]);
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
    [
      "a message to be acknowledged at the machine",
      { alarmSources: [alarms({ kind: "message", sameBy: "source-and-code", acknowledge: "machine" })] },
      /alarmSources\.0: A message cannot be acknowledged/,
    ],
    [
      "a source of alarms with the id of a signal",
      { alarmSources: [alarms({ sourceId: "good" })] },
      /alarmSources\.0: A signal or another source/,
    ],
    [
      "two sources of one id",
      { alarmSources: [alarms(), alarms()] },
      /alarmSources\.1: A signal or another source/,
    ],
    [
      "a notifier by index",
      { alarmSources: [alarms({ notifier: "ns=2;s=A" })] },
      /alarmSources\.0\.notifier/,
    ],
    [
      "a message that is known by its condition",
      { alarmSources: [alarms({ kind: "message" })] },
      /alarmSources\.0: A message has no condition/,
    ],
    [
      "an end field of a condition",
      { alarmSources: [alarms({ endField: ["nsu=urn:x;EndTime"] })] },
      /alarmSources\.0: A condition tells its end itself/,
    ],
    ["a severity there is not", { alarmSources: [alarms({ severityAtLeast: 1_001 })] }, /severityAtLeast/],
    ["a word it does not know", { colour: "red" }, /colour/],
  ])("MM-2 %s is refused with its place", (_what, change, wanted) => {
    expect(faults(file({ ...press, ...change })).join("\n")).toMatch(wanted);
  });

  test("MM-2 two machines of one id are refused", () => {
    expect(faults(file(press, press))).toEqual(["machines.1: Two machines have this id"]);
  });
});
