import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ssccOf } from "../../shared/domain/packing/sscc-range.ts";
import { loadedLot } from "../../shared/domain/testing/loaded-lot.ts";
import type { LotRecall } from "../../shared/protocol/genealogy-pages.ts";
import type { FloorPage, OrderDetail } from "../../shared/protocol/pages.ts";
import type { SerialGenealogy, UnitPage } from "../../shared/protocol/unit-pages.ts";
import { mesAroundTests } from "../testing/mes-around-tests.ts";
import { reported, reversed } from "../testing/sample-events.ts";
import { createStationJournal, type StationJournal } from "../testing/station-journal.ts";
import { asPlanner, call, openTestApp } from "../testing/test-app.ts";
import { newJobOrder, newStation, send, verdictsOf } from "../testing/test-mes.ts";

/*
 * Invariant: what is in a unit is the fold over what the stations told, and a number leads to everything that has it.
 * Worst outcome if violated: a recall that misses a pallet, or a number on two pallets that nobody notices.
 */

const mes = mesAroundTests("PostgreSQL");
let app: FastifyInstance;
beforeAll(async () => {
  app = await openTestApp(mes());
});
afterAll(() => app.close());

async function read<Page>(url: string): Promise<Page> {
  const response = await call(app, { url: `/api/v1/${url}` });
  expect(response.statusCode).toBe(200);
  return response.json();
}

const space = { extensionDigit: 3, companyPrefix: "4012345" };
let lastSerial = 0;
function newSscc(): { readonly sscc: string; readonly serialReference: number } {
  lastSerial += 1;
  return { sscc: ssccOf(space, lastSerial), serialReference: lastSerial };
}
const newSerial = (): string => randomUUID().slice(0, 8).toUpperCase();
const opened = (kind: "box" | "pallet") => ({
  kind,
  itemId: "RING-22",
  itemName: "Ring 22",
  gtin: null,
  customer: null,
});
const packed = (
  unitId: string,
  quantity: number,
  serials: readonly string[] = [],
  child: object | null = null,
) => ({
  unitId,
  quantity,
  serials,
  child,
});
const closed = (unitId: string, quantity: number, number: ReturnType<typeof newSscc>) => ({
  unitId,
  ...number,
  ...space,
  quantity,
  contents: [],
  children: [],
});

interface Shift {
  readonly journal: StationJournal;
  readonly jobOrder: string;
}

/** Three pieces, one of them with a number, in a box on a pallet. */
function shift({ journal, jobOrder }: Shift, serial: string, lotId: string) {
  const on = { jobOrder, actor: "P-1001" };
  journal.record("order.started", { countAuthority: "operator", plannedQuantity: 600 }, on);
  journal.record("material.loaded", loadedLot({ lotId }), { ...on, version: 2 });
  journal.record("quantity.reported", reported({ good: 2 }), on);
  const piece = { itemId: "RING-22", serial };
  const booking = journal.record("quantity.reported", { ...reported({ good: 1 }), piece }, on);
  const box = journal.record("unit.opened", opened("box"), on).eventId;
  const pallet = journal.record("unit.opened", opened("pallet"), on).eventId;
  const wrong = journal.record("unit.packed", packed(box, 2), on).eventId;
  journal.record("unit.unpacked", { ...packed(box, 2), unpacks: wrong }, on);
  journal.record("unit.packed", packed(box, 1, [serial]), on);
  const number = newSscc();
  journal.record("unit.closed", closed(box, 1, number), on);
  const child = { unitId: box, sscc: number.sscc };
  journal.record("unit.packed", packed(pallet, 1, [], child), on);
  return { sscc: number.sscc, box, pallet, booking: booking.eventId };
}

describe("units and numbered pieces at the MES", () => {
  test("PK-16 a unit by its SSCC, the units of an order, a piece by its number, and what a recall concerns", async () => {
    const [jobOrder, stationId] = [await newJobOrder(mes()), await newStation(mes())];
    const journal = createStationJournal();
    const [serial, lotId] = [newSerial(), `L-${newSerial()}`];
    const { sscc, box, pallet } = shift({ journal, jobOrder }, serial, lotId);
    expect(verdictsOf(await send(mes(), stationId, journal.upload()))).toEqual(Array(11).fill("applied"));

    const unit = await read<UnitPage>(`units/${sscc}`);
    expect(unit.units).toMatchObject([
      {
        unitId: box,
        pieces: 1,
        isInside: true,
        insideSscc: null,
        contents: [{ jobOrderId: jobOrder, serials: [serial] }],
      },
    ]);
    const detail = await read<OrderDetail>(`orders/${jobOrder}`);
    expect(detail.units.map(({ unitId, kind, pieces }) => ({ unitId, kind, pieces }))).toEqual([
      { unitId: box, kind: "box", pieces: 1 },
      { unitId: pallet, kind: "pallet", pieces: 1 },
    ]);
    const back = await read<SerialGenealogy>(`genealogy/serials/${serial}`);
    expect(back.pieces).toMatchObject([
      { jobOrderId: jobOrder, stationId, piece: 3, unit: { sscc }, lots: [{ lotId }] },
    ]);
    expect(back.pieces[0]?.work[0]?.partakers).toMatchObject([{ kind: "person", id: "P-1001" }]);
    const recall = await read<LotRecall>(`genealogy/lots/${lotId}/recall`);
    expect(recall.units).toMatchObject([
      { unitId: box, kind: "box", sscc, pieces: 1, isInside: true },
      { unitId: pallet, kind: "pallet", sscc: null, pieces: 1 },
    ]);
    expect(recall.serials).toEqual([
      { itemId: "RING-22", serial, jobOrderId: jobOrder, stationId, piece: 3, sscc },
    ]);
  });

  test("PK-17 a number or an SSCC that two stations gave is told to a person, in any order; nothing is lost", async () => {
    const jobOrder = await newJobOrder(mes());
    const serial = newSerial();
    const number = newSscc();
    for (const _station of [1, 2]) {
      const stationId = await newStation(mes());
      const journal = createStationJournal();
      const on = { jobOrder, actor: "P-1001" };
      journal.record("order.started", { countAuthority: "operator", plannedQuantity: 600 }, on);
      journal.record(
        "quantity.reported",
        { ...reported({ good: 1 }), piece: { itemId: "RING-22", serial } },
        on,
      );
      const box = journal.record("unit.opened", opened("box"), on).eventId;
      journal.record("unit.packed", packed(box, 1, [serial]), on);
      journal.record("unit.closed", closed(box, 1, number), on);
      expect(verdictsOf(await send(mes(), stationId, journal.upload()))).toEqual(Array(5).fill("applied"));
    }
    const { attention } = await read<FloorPage>("floor");
    const doubled = attention.flatMap((line) => (line.kind === "doubled-number" ? [line] : []));
    expect(doubled.map(({ of, number: text }) => `${of} ${text}`).toSorted()).toEqual(
      [`serial ${serial}`, `sscc ${number.sscc}`].toSorted(),
    );
    expect((await read<UnitPage>(`units/${number.sscc}`)).units).toHaveLength(2);
    expect((await read<SerialGenealogy>(`genealogy/serials/${serial}`)).pieces).toHaveLength(2);
  });

  test("PK-17 a number booked again after its booking was taken back is no double", async () => {
    const [jobOrder, stationId] = [await newJobOrder(mes()), await newStation(mes())];
    const serial = newSerial();
    const journal = createStationJournal();
    const on = { jobOrder, actor: "P-1001" };
    journal.record("order.started", { countAuthority: "operator", plannedQuantity: 600 }, on);
    const piece = { itemId: "RING-22", serial };
    const first = journal.record("quantity.reported", { ...reported({ good: 1 }), piece }, on);
    journal.record("quantity.reversed", reversed(first.eventId, { good: -1 }, 1), { ...on, version: 2 });
    journal.record("quantity.reported", { ...reported({ good: 1 }), piece }, on);
    await send(mes(), stationId, journal.upload());
    const { attention } = await read<FloorPage>("floor");
    expect(attention.some((line) => line.kind === "doubled-number" && line.number === serial)).toBe(false);
    expect((await read<SerialGenealogy>(`genealogy/serials/${serial}`)).pieces).toHaveLength(1);
  });

  test("PK-4 ranges of two stations that have an SSCC in common are not taken, in one import or in two", async () => {
    const range = (id: string, fromSerial: number, toSerial: number) => ({
      ssccRangeId: id,
      stationId: id,
      extensionDigit: 9,
      companyPrefix: "4012345",
      fromSerial,
      toSerial,
    });
    const post = (...items: readonly object[]) =>
      call(app, {
        url: "/api/v1/master-data/sscc-range",
        as: asPlanner,
        body: { items },
      });
    expect((await post(range("A", 1, 10), range("B", 10, 20))).statusCode).toBe(400);
    expect((await post(range("A", 1, 10), range("B", 11, 20))).statusCode).toBe(200);
    const refused = await post(range("C", 20, 30));
    expect([refused.statusCode, refused.body]).toEqual([400, expect.stringContaining("B and C")]);
    expect((await post(range("A", 1, 5), range("C", 21, 30))).statusCode).toBe(200);
  });

  test("PK-19 PK-21 a unit that was opened again is found by its void number, with the one that is valid now", async () => {
    const [jobOrder, stationId] = [await newJobOrder(mes()), await newStation(mes())];
    const journal = createStationJournal();
    const on = { jobOrder, actor: "P-1003" };
    const [old, valid] = [newSscc(), newSscc()];
    journal.record("order.started", { countAuthority: "operator", plannedQuantity: 600 }, on);
    journal.record("quantity.reported", reported({ good: 24 }), on);
    const box = journal.record("unit.opened", opened("box"), on).eventId;
    const full = journal.record("unit.packed", packed(box, 24), on).eventId;
    const closing = journal.record("unit.closed", closed(box, 24, old), on).eventId;
    journal.record("label.printed", { unitId: box, sscc: old.sscc, copy: 1, target: "folder" }, on);
    const payload = { unitId: box, reopens: closing, sscc: old.sscc, reasonCode: "B-COUNT" };
    journal.record("unit.reopened", payload, on);
    await send(mes(), stationId, journal.upload());
    const whileOpen = await read<UnitPage>(`units/${old.sscc}`);
    expect(whileOpen.units).toMatchObject([
      { unitId: box, sscc: null, closedUtc: null, voidSsccs: [old.sscc] },
    ]);

    journal.record("unit.unpacked", { ...packed(box, 24), unpacks: full }, on);
    journal.record("unit.packed", packed(box, 22), on);
    journal.record("unit.closed", closed(box, 22, valid), on);
    await send(mes(), stationId, journal.upload(8));
    for (const number of [old, valid]) {
      expect((await read<UnitPage>(`units/${number.sscc}`)).units).toMatchObject([
        { unitId: box, sscc: valid.sscc, pieces: 22, labels: 0, voidSsccs: [old.sscc] },
      ]);
    }
    const { attention } = await read<FloorPage>("floor");
    const numbers = attention.flatMap((line) => (line.kind === "doubled-number" ? [line.number] : []));
    expect(numbers).not.toContain(old.sscc);
    const { bookings } = await read<OrderDetail>(`orders/${jobOrder}`);
    expect(bookings.find(({ type }) => type === "unit.reopened")?.content).toMatchObject({
      kind: "unit-reopened",
      sscc: old.sscc,
      reason: { code: "B-COUNT" },
    });
  });

  test("PK-16 what nobody told of is not found", async () => {
    for (const url of ["units/006141411234567890", "genealogy/serials/NOBODY"]) {
      expect((await call(app, { url: `/api/v1/${url}` })).statusCode).toBe(404);
    }
  });
});
