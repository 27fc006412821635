import { describe, expect, test } from "vitest";
import { reworkOrderId } from "../orders/route.ts";
import { sentToRework } from "./sent-to-rework.ts";
import type { StationEvent } from "./work-trace.ts";

const bookings = ["01890000-0000-7000-8000-0000000000a1", "01890000-0000-7000-8000-0000000000a2"] as const;

function event(type: string, eventId: string, payload: object): StationEvent {
  return { type, eventId, jobOrder: "9020", stationId: "S", payload } as unknown as StationEvent;
}

const sent = bookings.map((eventId, index) =>
  event("quantity.reported", eventId, {
    good: 0,
    rework: index + 2,
    reworkTo: { jobOrderId: "9010", operation: "10" },
  }),
);
const takenBack = (eventId: string, rework: number) =>
  event("quantity.reversed", `${eventId}-r${rework}`, { reverses: eventId, good: 0, scrap: 0, rework });

describe("what was sent to rework", () => {
  test("MA-39 a booking leads to its rework order, less what was taken back of it", () => {
    const found = sentToRework([...sent, takenBack(bookings[1], -1)]);
    expect(found).toMatchObject([
      { jobOrderId: "9020", pieces: 2 },
      { jobOrderId: "9020", pieces: 2 },
    ]);
    for (const [index, { reworkOrderEnd }] of found.entries())
      expect(reworkOrderId("P-9", bookings[index] ?? "")).toBe(`P-9${reworkOrderEnd}`);
  });

  test("MA-39 a booking that was wholly taken back sent nothing", () => {
    expect(sentToRework([...sent, takenBack(bookings[0], -2), takenBack(bookings[1], -3)])).toEqual([]);
  });
});
