import { describe, expect, test } from "vitest";
import { type MappingFile, mappingFileSchema } from "./mapping.ts";
import { mappingChanges } from "./mapping-changes.ts";

const signal = (signalId: string, rest: object = {}) => ({
  signalId,
  node: `nsu=urn:m;s=${signalId}`,
  meaning: "measure",
  ...rest,
});
const machine = (machineId: string, rest: object = {}) => ({
  machineId,
  name: machineId.toUpperCase(),
  workUnit: machineId,
  endpointUrl: `opc.tcp://${machineId}:4840`,
  signals: [signal("load", { name: "Load" }), signal("oil")],
  ...rest,
});
const file = (...machines: readonly object[]): MappingFile =>
  mappingFileSchema.parse({ format: "takt-mapping", version: 1, machines });

describe("MM-14 what an import would change", () => {
  test("MM-14 the same says nothing, also when its keys stand in another order", () => {
    const { name, ...rest } = machine("press");
    expect(mappingChanges(file(machine("press")), file({ ...rest, name }))).toEqual([]);
  });

  test("MM-14 AK-2 that acknowledgements go to a machine, or other advice, is a change of its alarms", () => {
    const source = { sourceId: "alarms", notifier: "nsu=urn:m;s=M" };
    const before = file(machine("press", { alarmSources: [source] }));
    for (const rest of [
      { alarmSources: [{ ...source, acknowledge: "machine" }] },
      { alarmSources: [source], alarmAdvice: { "2041": { en: "Clear the chips" } } },
    ]) {
      expect(mappingChanges(before, file(machine("press", rest)))).toMatchObject([{ parts: ["alarms"] }]);
    }
  });

  test("MM-14 machines that come, go and change, with the names of their signals", () => {
    const before = file(machine("press"), machine("oven"));
    const changed = machine("press", {
      endpointUrl: "opc.tcp://10.0.0.7:4840",
      signals: [signal("load", { name: "Load", unit: "P1" }), signal("force")],
    });
    expect(mappingChanges(before, file(changed, machine("line")))).toEqual([
      {
        machineId: "press",
        name: "PRESS",
        kind: "changed",
        parts: ["address"],
        added: ["force"],
        changed: ["Load"],
        removed: ["oil"],
      },
      {
        machineId: "line",
        name: "LINE",
        kind: "added",
        parts: [],
        added: ["Load", "oil"],
        changed: [],
        removed: [],
      },
      {
        machineId: "oven",
        name: "OVEN",
        kind: "removed",
        parts: [],
        added: [],
        changed: [],
        removed: ["Load", "oil"],
      },
    ]);
  });
});
