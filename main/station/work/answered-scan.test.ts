import { describe, expect, test } from "vitest";
import type { Draft } from "../../../shared/domain/event.ts";
import type { ScanView } from "../../../shared/screen/screen-model.ts";
import { answeredScan, noteAnswer } from "./answered-scan.ts";

const scan = (over: Partial<ScanView>): ScanView => ({
  scanId: "scan-1",
  atUtc: "2026-11-23T09:00:00.000Z",
  source: "scanner",
  verdict: "blocked",
  outcome: "lot-older-first",
  code: "LT70001",
  details: { lot: "70001", item: "Bar 12", quantity: "100", unit: "" },
  choices: [],
  repeats: 0,
  eventId: null,
  received: false,
  ...over,
});
const choice = scan({
  verdict: "ambiguous",
  outcome: "order-choice",
  code: "WO4712",
  details: { order: "4712", item: "Flange 40", active: "4711" },
  choices: [{ label: "pause-and-start", jobOrderId: "4712" }],
});
const booked = (...drafts: unknown[]) => ({ drafts: drafts as Draft[], eventId: "event-1" });

describe("a scan says what came of it", () => {
  test("its choice began or brought back the order: that, and where the booking stands", () => {
    const paused = { type: "order.paused", jobOrder: "4711", payload: { reasonCode: "pause-1" } };
    const done = { verdict: "done", scanId: "scan-1", eventId: "event-1", choices: [] };
    expect(answeredScan(choice, booked(paused, { type: "order.started", jobOrder: "4712" }))).toMatchObject({
      ...done,
      outcome: "order-started",
    });
    expect(answeredScan(choice, booked({ type: "order.resumed", jobOrder: "4712" }))).toMatchObject({
      ...done,
      outcome: "order-resumed",
    });
  });

  test("a lot was loaded in spite of its rule, a code was kept", () => {
    const load = (formerLotId: string | null) => ({
      type: "material.loaded",
      jobOrder: "9010",
      payload: { lotId: "70001", formerLotId },
    });
    expect(answeredScan(scan({}), booked({ type: "material.overridden" }, load(null)))).toMatchObject({
      verdict: "done",
      outcome: "lot-loaded",
      details: { lot: "70001", order: "9010" },
    });
    expect(answeredScan(scan({ outcome: "lot-expired" }), booked(load("70002")))).toMatchObject({
      outcome: "lot-changed",
      details: { former: "70002" },
    });
    const unknown = scan({ verdict: "unknown", outcome: "code-unknown", code: "4006381", details: {} });
    const kept = { type: "scan.kept", jobOrder: null, payload: { code: "4006381" } };
    expect(answeredScan(unknown, booked(kept))).toMatchObject({ verdict: "done", outcome: "code-kept" });
  });

  test("what is about something else, or about a scan that booked by itself, changes nothing", () => {
    const other = { type: "order.started", jobOrder: "4720" };
    const good = { type: "quantity.reported", jobOrder: "4711" };
    expect(answeredScan(choice, booked(other, good))).toBeUndefined();
    const own = scan({ verdict: "done", outcome: "lot-loaded", eventId: "event-0" });
    const loaded = {
      type: "material.loaded",
      jobOrder: "9010",
      payload: { lotId: "70001", formerLotId: null },
    };
    expect(answeredScan(own, booked(loaded))).toBeUndefined();
  });

  test("K6 the same code again within its window still counts on the one verdict", () => {
    const memory = { lastScan: choice, lastRead: { raw: "WO4712", atMs: 0, view: choice } };
    noteAnswer(memory, booked({ type: "order.started", jobOrder: "4712" }));
    expect(memory.lastScan).toMatchObject({ outcome: "order-started" });
    expect(memory.lastRead.view).toBe(memory.lastScan);
  });
});
