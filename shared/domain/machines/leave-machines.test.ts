import { describe, expect, test } from "vitest";
import type { Draft } from "../event.ts";
import { freshHistory, record } from "../testing/history.ts";
import { leaveMachines } from "./leave-machines.ts";
import { machineMappingSchema } from "./mapping.ts";

const machine = (machineId: string) =>
  machineMappingSchema.parse({
    machineId,
    name: machineId,
    workUnit: machineId,
    endpointUrl: `opc.tcp://${machineId}:4840`,
    signals: [],
  });
const [press, oven] = [machine("press"), machine("oven")];

const standing = (machineId: string): readonly Draft[] => {
  const state = { machineId, workUnit: machineId, state: "stopped", agoMs: 0 } as const;
  return [
    {
      type: "machine.state-changed",
      jobOrder: null,
      payload: { ...state, was: "running", basis: "signal", raw: "2" },
    },
    { type: "stop.began", jobOrder: null, payload: { ...state, kind: "standing", causes: [] } },
  ];
};

describe("MM-10 a machine that leaves the mapping", () => {
  const history = record(freshHistory, [...standing("press"), ...standing("oven")]);
  const stops = [...history.state.stop.values()];
  const pressStop = stops.find(({ machineId }) => machineId === "press");
  const now = pressStop?.since;
  if (now === undefined) throw new Error("No stop");

  test("MM-10 ends its open stop, linked, and is no data; what stays is left alone", () => {
    const left = leaveMachines(history.state, { kept: [oven], before: [press, oven], now });
    expect(left).toMatchObject([
      { type: "stop.ended", payload: { stopId: pressStop?.stopId, state: "no-data", isMicro: true } },
      { type: "machine.state-changed", payload: { machineId: "press", was: "stopped", state: "no-data" } },
    ]);
    const after = record(history, left).state;
    expect([...after.stop.values()].filter(({ endUtc }) => endUtc === null)).toMatchObject([
      { machineId: "oven" },
    ]);
    expect(leaveMachines(after, { kept: [oven], before: [], now })).toEqual([]);
  });

  test("MM-10 a pause by a person goes on", () => {
    const paused = record(freshHistory, [
      { type: "order.started", jobOrder: "1", payload: { countAuthority: "operator", plannedQuantity: 5 } },
      { type: "order.paused", jobOrder: "1", payload: { reasonCode: "break" } },
    ]);
    expect(leaveMachines(paused.state, { kept: [], before: [], now })).toEqual([]);
  });
});
