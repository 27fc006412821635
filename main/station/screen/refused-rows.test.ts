import { describe, expect, test } from "vitest";
import { sampleMasterData as master } from "../../../shared/domain/testing/sample-plant.ts";
import { rejectionCodeSchema } from "../../../shared/protocol/messages.ts";
import { refusalReasons } from "../../../shared/screen/outbox-view.ts";
import type { RefusedEntry } from "../store/verdict-table.ts";
import { refusedRows } from "./refused-rows.ts";

let count = 0;
function refused(type: string, payload: object, rest: Partial<RefusedEntry> = {}): RefusedEntry {
  count += 1;
  return {
    eventId: `event-${count}`,
    type,
    payload: JSON.stringify(payload),
    atUtc: `2026-11-23T06:00:0${count % 10}.000Z`,
    actor: "P-1001",
    jobOrder: "4711",
    code: "unknown-order",
    ...rest,
  };
}

const rowsOf = (...entries: readonly RefusedEntry[]) => refusedRows(entries, { master, seen: new Map() });
const counted = (delta: number, rest: Partial<RefusedEntry> = {}) =>
  refused("parts.counted", { delta }, { actor: null, ...rest });

describe("I-16 what a person sees of refused bookings", () => {
  test.each([
    ["quantity.reported", { good: 24, scrap: 0, rework: 0 }, "good", 24],
    ["quantity.reported", { good: 0, scrap: 2, rework: 0 }, "scrap", 2],
    ["quantity.reported", { good: 0, scrap: 0, rework: 3 }, "rework", 3],
    ["quantity.reversed", { good: -24, scrap: 0, rework: 0 }, "taken-back", 24],
    ["defect.logged", { quantity: 4 }, "defect", 4],
    ["material.loaded", { quantity: 200 }, "material", 200],
    ["material.loaded", { quantity: "200" }, "material", 200],
    ["material.loaded", { quantity: "20.5" }, "material", null],
    ["material.returned", { rest: "20.5" }, "material", null],
    ["parts.counted", { delta: 7 }, "counted", 7],
    ["order.started", {}, "order-started", null],
    ["measurement.recorded", {}, "measured", null],
    ["sampling.drawn", { of: 20 }, "other", null],
    ["constructor", {}, "other", null],
  ])("%s %o is shown as %s, %s", (type, payload, what, quantity) => {
    expect(rowsOf(refused(type, payload))).toMatchObject([{ what, quantity }]);
  });

  test("who, on which order, and the name of a person or an order that is no longer known", () => {
    const [row] = rowsOf(refused("defect.logged", { quantity: 1 }));
    expect(row).toMatchObject({ jobOrderId: "4711", itemName: "Flange 40", personName: "A. Nowak" });
    const [gone] = rowsOf(refused("defect.logged", { quantity: 1 }, { actor: "P-9", jobOrder: "9999" }));
    expect(gone).toMatchObject({ jobOrderId: "9999", itemName: null, personName: "P-9" });
  });

  test("every code of the MES has its reason, one of a later MES is another", () => {
    for (const code of rejectionCodeSchema.options) {
      expect(refusalReasons).toContain(code);
      expect(rowsOf(refused("order.started", {}, { code }))[0]?.reason).toBe(code);
    }
    expect(rowsOf(refused("order.started", {}, { code: "wrong-plant" }))[0]?.reason).toBe("other");
  });

  test("counts of the machine that were refused alike are one row with their sum; a person's bookings never are", () => {
    const rows = rowsOf(counted(3), counted(4), counted(5, { jobOrder: "4712" }), counted(6), counted(7));
    expect(rows.map(({ quantity, eventIds }) => [quantity, eventIds.length])).toEqual([
      [7, 2],
      [5, 1],
      [13, 2],
    ]);
    const booked = refused("quantity.reported", { good: 1, scrap: 0, rework: 0 });
    expect(rowsOf(booked, { ...booked, eventId: "again" })).toHaveLength(2);
  });

  test("what was seen says by whom, and does not run together with what was not", () => {
    const entries = [counted(3), counted(4)] as const;
    const [newer, older] = entries;
    const look = {
      eventId: older.eventId,
      personId: "P-1003",
      seenUtc: "2026-11-23T07:00:00.000Z",
      turn: 1,
    };
    const rows = refusedRows(entries, { master, seen: new Map([[older.eventId, look]]) });
    expect(rows).toMatchObject([
      { eventIds: [newer.eventId], seen: null },
      { eventIds: [older.eventId], seen: { personName: "C. Weiss", atUtc: "2026-11-23T07:00:00.000Z" } },
    ]);
  });
});
