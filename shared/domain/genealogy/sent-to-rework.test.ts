import { describe, expect, test } from "vitest";
import { reworkOrderId } from "../orders/route.ts";
import { sentToRework } from "./sent-to-rework.ts";
import { stationEvent } from "./testing/station-event.ts";

const bookings = ["01890000-0000-7000-8000-0000000000a1", "01890000-0000-7000-8000-0000000000a2"] as const;

const reworkTo = { jobOrderId: "9010", operation: "10" };
const sent = bookings.map((eventId, index) => {
  const pieces = { good: 0, scrap: 0, rework: index + 2 };
  return stationEvent(
    { type: "quantity.reported", payload: { ...pieces, reasonCode: null, source: "pad", reworkTo } },
    { jobOrder: "9020", eventId },
  );
});
const takenBack = (reverses: string, rework: number) => {
  const pieces = { good: 0, scrap: 0, rework };
  return stationEvent(
    { type: "quantity.reversed", payload: { ...pieces, reverses, quantity: -rework, how: "correction" } },
    { jobOrder: "9020", eventId: `${reverses}-r${rework}` },
  );
};

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
