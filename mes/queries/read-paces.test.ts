import { describe, expect, test } from "vitest";
import { currentVocabulary } from "../ingest/vocabulary.ts";
import { reported, started } from "../testing/sample-events.ts";
import { paceEvents } from "./read-paces.ts";

const START_MS = Date.UTC(2026, 10, 22, 8);
const minute = (at: number): number => START_MS + at * 60_000;
const row = (eventId: string, type: string, at: number, payload: object) => ({
  jobOrderId: "4731",
  eventId,
  type,
  version: 1,
  payload: JSON.stringify(payload),
  atUtc: new Date(minute(at)).toISOString(),
  mesOffsetMs: null,
});
const sums = { countAuthority: "operator", counted: 0, reportedGood: 0, scrap: 0, rework: 0 } as const;

describe("the pace of an order", () => {
  test("CR-10 is measured with the corrected times: a pause that was booked late is no work", () => {
    const pause = "00000000-0000-7000-8000-000000000003";
    const moved = (shiftMinutes: number) => ({
      of: pause,
      shiftMs: shiftMinutes * 60_000,
      runMs: 0,
      setUpMs: 0,
      stop: null,
    });
    const rows = [
      row("e1", "order.started", 0, { ...started, countAuthority: "operator" }),
      row("e2", "quantity.reported", 10, reported({ good: 5 })),
      row(pause, "order.paused", 40, { reasonCode: "P-SETUP" }),
      row("e4", "order.resumed", 50, {}),
      row("e5", "time.corrected", 51, moved(-30)),
      row("e6", "time.corrected", 52, moved(4)),
    ];
    expect(paceEvents(rows.toReversed(), { order: { sums }, vocabulary: currentVocabulary })).toEqual([
      { kind: "went-on", atMs: minute(0) },
      { kind: "made", atMs: minute(10), pieces: 5 },
      { kind: "interrupted", atMs: minute(14) },
      { kind: "went-on", atMs: minute(50) },
    ]);
  });
});
