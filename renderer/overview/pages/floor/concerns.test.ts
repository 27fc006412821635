import { describe, expect, test } from "vitest";
import type { MachineState } from "../../../../shared/domain/machines/machine-state.ts";
import type { Attention } from "../../../../shared/protocol/attention.ts";
import type { FloorTile } from "../../../../shared/protocol/pages.ts";
import { exampleTile, minutesAgo, NOW_MS } from "../../testing/examples.ts";
import { listConcerns } from "./concerns.ts";

const line = (kind: string, minutes: number) => ({
  id: `${kind}-${minutes}`,
  stationId: "WS-14",
  sinceUtc: minutesAgo(minutes),
});
const helpCall = (minutes: number): Attention => ({
  kind: "help-call",
  ...line("help-call", minutes),
  category: "lead",
  jobOrderId: null,
});
const toolWarning = (minutes: number): Attention => ({
  kind: "tool-warning",
  ...line("tool-warning", minutes),
  workUnit: "CNC-2",
  toolId: "T4",
  usedCycles: 320,
  lifeLimitCycles: 400,
});

const page = (tiles: readonly FloorTile[], told: readonly Attention[] = []) => ({
  asOfUtc: minutesAgo(0),
  plantName: "Hall 2",
  shift: null,
  tiles: [...tiles],
  attention: [...told],
  goodTotal: 0,
});

describe("listConcerns", () => {
  test("the most urgent comes first, and among equals the one waiting longest", () => {
    const told = [toolWarning(90), helpCall(1), helpCall(5)];
    const tiles = [exampleTile({ machineState: "stopped", stateSinceUtc: minutesAgo(12) })];
    expect(listConcerns(page(tiles, told), NOW_MS).map(({ id }) => id)).toEqual([
      "help-call:help-call-5",
      "help-call:help-call-1",
      "stopped:WS-14",
      "tool-warning:tool-warning-90",
    ]);
  });

  test("a running or waiting machine needs nobody", () => {
    const tiles = [exampleTile(), exampleTile({ machineState: "stopped", orderState: "paused" })];
    expect(listConcerns(page(tiles), NOW_MS)).toEqual([]);
  });

  test("3.5 offline alone is no concern before eight hours", () => {
    const offline = (minutes: number) => exampleTile({ online: false, lastContactUtc: minutesAgo(minutes) });
    expect(listConcerns(page([offline(479)]), NOW_MS)).toEqual([]);
    expect(listConcerns(page([offline(480)]), NOW_MS)).toMatchObject([{ kind: "offline-long" }]);
  });

  test("RU-10 a machine beside the tile's own that breaks or gives no data needs someone, with its gap", () => {
    const gap = { fromUtc: minutesAgo(6), toUtc: null, cause: "disconnected" } as const;
    const machine = (name: string, state: MachineState, minutes: number) => ({
      ...{ machineId: name, name, state, stateSinceUtc: minutesAgo(minutes), speed: null, lastGap: null },
    });
    const machines = [
      machine("CNC Lathe 2", "running", 42),
      machine("Press 1", "stopped", 4),
      machine("Saw", "fault", 2),
      { ...machine("Oven", "no-data", 6), lastGap: gap },
    ];
    const tile = exampleTile({ machines });
    expect(listConcerns(page([tile]), NOW_MS)).toMatchObject([
      { kind: "machine-fault", machineName: "Saw", sinceUtc: minutesAgo(2) },
      { kind: "machine-no-data", machineName: "Oven", sinceUtc: minutesAgo(6), gap },
    ]);
    expect(listConcerns(page([{ ...tile, online: false }]), NOW_MS)).toEqual([]);
  });

  test("RU-10 the tile's own machine is told once, also when all fall silent at the same moment", () => {
    const silent = { state: "no-data", stateSinceUtc: minutesAgo(6), speed: null, lastGap: null } as const;
    const machines = ["cnc-2", "oven"].map((name) => ({ ...silent, machineId: name, name }));
    const tile = exampleTile({ machineState: "no-data", stateSinceUtc: minutesAgo(6), machines });
    expect(listConcerns(page([tile]), NOW_MS).map(({ kind, machineName }) => [kind, machineName])).toEqual([
      ["no-signal", "CNC Lathe 2"],
      ["machine-no-data", "oven"],
    ]);
  });
});
