import { describe, expect, test } from "vitest";
import type { Fact } from "../event.ts";
import type { Instruction } from "../orders/instruction.ts";
import { eventIdOf, instantAt } from "../testing/history.ts";
import { foldGenealogy } from "./fold-genealogy.ts";
import { producedOf } from "./order-pieces.ts";
import { pieceWindow } from "./piece-window.ts";
import { stationEvent } from "./testing/station-event.ts";
import { tracedInstructions } from "./traced-instructions.ts";
import type { StationEvent } from "./work-trace.ts";

const revision = (number: string): Instruction[] => [
  { documentId: "AA-0711", title: "Turning Flange 40", revision: number },
];

let turn = 0;
function at(minute: number, fact: Fact): StationEvent {
  turn += 1;
  return stationEvent(fact, {
    stationId: "WS-14",
    eventId: eventIdOf(turn),
    at: instantAt(minute * 60_000),
  });
}
const started = (instructions?: Instruction[]) =>
  at(0, {
    type: "order.started",
    payload: { countAuthority: "machine", plannedQuantity: 600, instructions },
  });
const counted = (minute: number, delta: number) =>
  at(minute, {
    type: "parts.counted",
    payload: {
      machineId: "lathe",
      signalId: "part-count",
      delta,
      scrap: 0,
      cycles: delta,
      piecesPerCount: 1,
      counter: delta,
      previous: null,
      kind: "advance",
      toolIds: [],
      sourceUtc: null,
      statusCode: 0,
    },
  });
const resumed = (minute: number, instructions?: Instruction[]) =>
  at(minute, { type: "order.resumed", payload: { instructions } });

function revisions(...events: readonly StationEvent[]): readonly unknown[] {
  const [trace] = foldGenealogy(events).values();
  if (trace === undefined) return [];
  const traced = tracedInstructions(trace.instructions, producedOf(trace.sums));
  return traced.map(({ revision: number, fromPieces, toPieces }) => [number, fromPieces, toPieces]);
}

describe("instruction revisions of pieces", () => {
  test("MA-34 a revision is that of the pieces made until work goes on with another one", () => {
    const events = [started(revision("7")), counted(5, 10), resumed(6, revision("7")), counted(8, 2)];
    expect(revisions(...events)).toEqual([["7", 0, 12]]);
    expect(revisions(...events, resumed(9, revision("8")), counted(11, 5))).toEqual([
      ["7", 0, 12],
      ["8", 12, 17],
    ]);
    expect(revisions(...events, resumed(9, []), counted(11, 5))).toEqual([["7", 0, 12]]);
  });

  test("MA-34 I-15 entries that say nothing of instructions fold as before", () => {
    expect(revisions(started(), counted(5, 10), resumed(6), counted(7, 1))).toEqual([]);
    expect(revisions(started(revision("7")), counted(5, 10), resumed(6), counted(7, 1))).toEqual([
      ["7", 0, 11],
    ]);
  });
});

describe("the window of a piece", () => {
  const minuteOf = (utc: string | undefined) =>
    utc === undefined ? undefined : new Date(utc).getUTCMinutes();
  const window = (events: readonly StationEvent[], piece: number, stationId = "WS-14") => {
    const found = pieceWindow(events, "4711", { stationId, piece });
    return [minuteOf(found?.fromUtc), minuteOf(found?.toUtc)];
  };
  const events = [
    started(),
    counted(2, 1),
    counted(4, 3),
    at(5, { type: "order.paused", payload: { reasonCode: "pause-1" } }),
    resumed(20),
    counted(22, 1),
  ];

  test("MA-35 it lies between the count before the piece and its own", () => {
    expect([1, 2, 4, 5].map((piece) => window(events, piece))).toEqual([
      [0, 2],
      [2, 4],
      [2, 4],
      [20, 22],
    ]);
  });

  test("MA-35 a piece that was not made there has none", () => {
    expect(window(events, 6)).toEqual([undefined, undefined]);
    expect(window(events, 1, "WS-15")).toEqual([undefined, undefined]);
  });

  test("MA-35 what was taken back and made again has the window of the last making", () => {
    const payload = { reverses: eventIdOf(0), good: -2, scrap: 0, rework: 0, quantity: 2 } as const;
    const back = at(24, { type: "quantity.reversed", payload: { ...payload, how: "correction" } });
    expect(window([...events, back, counted(30, 2)], 5)).toEqual([24, 30]);
    expect(window([...events, back], 5)).toEqual([undefined, undefined]);
  });
});
