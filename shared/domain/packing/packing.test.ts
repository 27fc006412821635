import { describe, expect, test } from "vitest";
import type { MasterData } from "../master-data.ts";
import { freshHistory, type History, lastEventId, record } from "../testing/history.ts";
import { sampleMasterData } from "../testing/sample-plant.ts";
import { takeBack } from "../testing/take-back.ts";
import { decideCloseUnit, decidePrintLabel } from "./decide-close-unit.ts";
import { decideOpenUnit, decidePack, decidePackUnit, decideUnpack } from "./decide-packing.ts";
import { keepsPacked } from "./keeps-packed.ts";
import { piecesIn } from "./packing-unit.ts";
import {
  close,
  closedBox,
  closedSscc,
  codeOf,
  done,
  full,
  idOf,
  made,
  of,
  opened,
  pack,
  scan,
  scanned,
  started,
  stationId,
  with24,
} from "./testing/packing-history.ts";
import { unpackedGood } from "./unpacked-good.ts";

function withOrder(jobOrderId: string, change: object): MasterData {
  const orders = new Map(sampleMasterData["job-order"]);
  const order = orders.get(jobOrderId);
  if (order !== undefined) orders.set(jobOrderId, { ...order, ...change });
  return { ...sampleMasterData, "job-order": orders };
}

describe("packing a unit", () => {
  test("PK-1 a box is opened, packed and closed; it gets an SSCC of this station's range", () => {
    expect(closedSscc).toBe("340123450140000007");
    expect([...closedBox.state.unit.values()]).toMatchObject([{ sscc: closedSscc, insideOf: null }]);
    expect(codeOf(pack(closedBox, 1))).toBe("unknown-unit");
    const unitId = [...closedBox.state.unit.keys()][0] ?? "";
    expect(codeOf(decidePack(of(closedBox), { unitId, jobOrderId: "4720", quantity: 1 }))).toBe(
      "unit-closed",
    );
    expect(codeOf(decideCloseUnit(of(closedBox), { unitId, stationId }))).toBe("unit-closed");
  });

  test("PK-1 one box is open at a time, and an empty one is not closed", () => {
    expect(codeOf(decideOpenUnit(of(with24), { jobOrderId: "4720", kind: "box" }))).toBe("unit-open-already");
    expect(codeOf(close(with24))).toBe("unit-empty");
  });

  test("PK-3 without a range, with one that is used up, or with ranges that overlap no SSCC is given", () => {
    const ranges = (...rows: readonly object[]) =>
      ({
        ...sampleMasterData,
        "sscc-range": new Map(rows.map((row, index) => [String(index), { ...first, ...row }])),
      }) as MasterData;
    const first = sampleMasterData["sscc-range"].get("WS-14");
    expect(codeOf(close(full, "box", ranges()))).toBe("sscc-range-missing");
    expect(codeOf(close(full, "box", ranges({ stationId: "WS-15" })))).toBe("sscc-range-missing");
    expect(codeOf(close(full, "box", ranges({}, { stationId: "WS-15" })))).toBe("sscc-range-overlaps");
    const one = ranges({ toSerial: 14_000_000 });
    const next = opened(made(done(full, close(full, "box", one)), "4720", 5));
    expect(codeOf(close(done(next, pack(next, 5)), "box", one))).toBe("sscc-range-used-up");
  });

  test("PK-5 no more is packed than was made good, and what is packed is not taken back", () => {
    expect(codeOf(pack(with24, 25))).toBe("more-than-good");
    expect(unpackedGood(full.state, "4720")).toBe(0);
    const undo = takeBack(full.state, full.events[1]?.eventId ?? "", 0);
    expect(undo.ok && keepsPacked(full.state, undo.value)?.code).toBe("pieces-packed");
    const outOfBox = done(
      full,
      decideUnpack(of(full), { unitId: idOf(full), packedEventId: lastEventId(full) }),
    );
    expect(unpackedGood(outOfBox.state, "4720")).toBe(24);
    expect(undo.ok && keepsPacked(outOfBox.state, undo.value)).toBe(undefined);
  });

  test("PK-6 another item or another customer does not go into the box", () => {
    const other = record(
      record(full, [{ type: "order.paused", jobOrder: "4720", payload: { reasonCode: "pause-1" } }]),
      [
        {
          type: "order.started",
          jobOrder: "4731",
          payload: { countAuthority: "operator", plannedQuantity: 2000 },
        },
      ],
    );
    expect(codeOf(pack(made(other, "4731", 5), 5, "4731"))).toBe("unit-foreign-item");
    const bought = withOrder("4720", { customer: { customerId: "C-2", name: "Other" } });
    const pieces = { unitId: idOf(with24), jobOrderId: "4720", quantity: 1 };
    expect(codeOf(decidePack(of(with24, bought), pieces))).toBe("unit-foreign-customer");
  });

  test.each([
    [
      "the order is on hold",
      withOrder("4720", { hold: { reason: "Q-7", sinceUtc: "2026-11-23T00:00:00Z" } }),
    ],
    ["the order was aborted", withOrder("4720", { status: "aborted", statusReason: "Q-7" })],
    [
      "the lot it makes is not released",
      {
        ...sampleMasterData,
        lot: new Map([
          [
            "L-1",
            {
              lotId: "L-1",
              item: { itemId: "RING-22", name: "Ring 22" },
              quantity: 1,
              expiresUtc: null,
              hold: null,
              qualityStatus: "quarantine" as const,
              madeByJobOrderId: "4720",
            },
          ],
        ]),
      },
    ],
  ])("PK-7 %s: it may be packed and is not closed", (_why, master) => {
    const one = decidePack(of(with24, master), { unitId: idOf(with24), jobOrderId: "4720", quantity: 24 });
    expect(codeOf(one)).toBe("ok");
    expect(codeOf(close(full, "box", master))).toBe("unit-content-held");
  });

  test("PK-8 a closed box goes onto a pallet by its label, once, and comes off again", () => {
    const pallet = opened(closedBox, "pallet");
    const onto = scan(pallet, `]C100${closedSscc}`);
    expect([onto.verdict, onto.outcome]).toEqual(["done", "unit-onto-pallet"]);
    const packed = record(pallet, onto.drafts);
    expect(scan(packed, `00${closedSscc}`).verdict).toBe("duplicate");
    const unitId = idOf(packed, "pallet");
    expect(piecesIn(packed.state.unit.get(unitId) ?? { packings: [] })).toBe(24);
    expect(unpackedGood(packed.state, "4720")).toBe(0);
    const off = done(packed, decideUnpack(of(packed), { unitId, packedEventId: lastEventId(packed) }));
    expect(scan(off, `00${closedSscc}`).verdict).toBe("done");
    const shipped = done(packed, close(packed, "pallet"));
    expect([...shipped.state.unit.values()].map(({ sscc }) => sscc?.slice(8, 17))).toEqual([
      "014000000",
      "014000001",
    ]);
  });

  test("PK-8 an open box and a pallet do not go onto a pallet", () => {
    const both = opened(with24, "pallet");
    const ids = { unitId: idOf(both, "pallet"), childUnitId: idOf(both) };
    expect(codeOf(decidePackUnit(of(both), ids))).toBe("unit-not-closed");
  });

  test("PK-8 a box that stands on one pallet does not go onto the next", () => {
    const onto = scanned(opened(closedBox, "pallet"), `00${closedSscc}`);
    const next = opened(done(onto, close(onto, "pallet")), "pallet");
    expect(scan(next, `00${closedSscc}`)).toMatchObject({ verdict: "wrong", outcome: "unit-inside-another" });
    const childUnitId = [...closedBox.state.unit.keys()][0] ?? "";
    const again = decidePackUnit(of(next), { unitId: idOf(next, "pallet"), childUnitId });
    expect(codeOf(again)).toBe("unit-inside-another");
  });

  test("PK-11 the label of a unit shows what is in it; one that was packed elsewhere is unknown", () => {
    expect(scan(closedBox, `00${closedSscc}`)).toMatchObject({
      verdict: "shown",
      outcome: "unit-shown",
      details: { order: "4720", quantity: "24", item: "Ring 22", hold: "" },
    });
    expect(scan(closedBox, "00006141411234567890")).toMatchObject({
      verdict: "unknown",
      outcome: "unit-unknown",
    });
  });

  test("PK-10 a label printed again is a copy with its number", () => {
    const unitId = [...closedBox.state.unit.keys()][0] ?? "";
    const print = (history: History) => decidePrintLabel(of(history), { unitId, target: "folder" });
    const first = done(closedBox, print(closedBox));
    const second = print(first);
    expect(first.events.at(-1)?.payload).toMatchObject({ copy: 1, sscc: closedSscc });
    expect(second.ok && second.value[0]?.payload).toMatchObject({ copy: 2 });
    expect(codeOf(decidePrintLabel(of(full), { unitId: idOf(full), target: "folder" }))).toBe(
      "unit-not-closed",
    );
  });
});

describe("pieces with a number", () => {
  test("PK-12 a piece is booked good by its scan once; again it is a duplicate and counts nothing", () => {
    const order = started("4720");
    const first = scan(order, "SN0398");
    expect([first.outcome, first.drafts[0]?.payload]).toMatchObject(["piece-booked", { good: 1 }]);
    const booked = record(order, first.drafts, "P-1001");
    expect(scan(booked, "SN0398")).toMatchObject({
      verdict: "duplicate",
      outcome: "piece-known",
      drafts: [],
    });
    expect(scan(booked, "(01)04012345000221(21)0398")).toMatchObject({ verdict: "duplicate" });
    expect(booked.state.jobOrder.get("4720")?.reportedGood).toBe(1);
  });

  test("PK-12 taken back, the number may be booked again", () => {
    const booked = scanned(started("4720"), "SN1");
    const undone = done(booked, takeBack(booked.state, lastEventId(booked), 0));
    expect(scan(undone, "SN1").outcome).toBe("piece-booked");
  });

  test("PK-13 with a box open one scan books and packs; an earlier piece is packed by its next scan", () => {
    const box = opened(scanned(started("4720"), "SN1"));
    const packed = scanned(box, "SN1");
    expect(packed.events.at(-1)).toMatchObject({ type: "unit.packed", payload: { serials: ["1"] } });
    expect(scan(packed, "SN1").verdict).toBe("duplicate");
    const both = scan(packed, "SN2");
    expect(both.drafts.map(({ type }) => type)).toEqual(["quantity.reported", "unit.packed"]);
    const undo = takeBack(packed.state, packed.events[1]?.eventId ?? "", 0);
    expect(undo.ok && keepsPacked(packed.state, undo.value)?.code).toBe("pieces-packed");
  });

  test("PK-13 a piece of another item is refused, and what nobody works on is shown or unknown", () => {
    expect(scan(started("4720"), "(01)04012345000085(21)7")).toMatchObject({
      verdict: "wrong",
      outcome: "pack-foreign-item",
      drafts: [],
    });
    expect(scan(freshHistory, "SN77")).toMatchObject({ verdict: "unknown", outcome: "piece-unknown" });
    const finished = record(scanned(started("4720"), "SN5"), [
      { type: "order.finished", jobOrder: "4720", payload: { good: 1, scrap: 0, rework: 0 } },
    ]);
    expect(scan(finished, "SN5")).toMatchObject({ verdict: "shown", details: { order: "4720", piece: "1" } });
  });

  test("PK-13 a piece for another customer, or above the tolerance, is refused in words", () => {
    const bought = withOrder("4720", { customer: { customerId: "C-2", name: "Other" } });
    const box = opened(scanned(started("4720"), "SN1"));
    expect(scan(box, "SN1", bought)).toMatchObject({ verdict: "wrong", outcome: "pack-foreign-customer" });
    const exact = withOrder("4720", { overDeliveryPercent: 0, plannedQuantity: 1 });
    expect(scan(box, "SN2", exact)).toMatchObject({
      verdict: "blocked",
      outcome: "piece-refused",
      drafts: [],
    });
  });

  test("PK-14 where the machine counts, a scan gives a counted piece its number and counts nothing", () => {
    const order = started("4711", "machine");
    expect(scan(order, "SN1")).toMatchObject({ verdict: "blocked", outcome: "pack-more-than-good" });
    const counted = record(order, [
      {
        type: "parts.counted",
        jobOrder: "4711",
        payload: {
          machineId: "m",
          signalId: "s",
          delta: 3,
          scrap: 0,
          cycles: 3,
          piecesPerCount: 1,
          counter: 3,
          previous: 0,
          kind: "advance",
          toolIds: [],
          sourceUtc: null,
          statusCode: 0,
        },
      },
    ]);
    const named = scanned(counted, "SN1");
    expect(named.state.jobOrder.get("4711")).toMatchObject({ counted: 3, reportedGood: 0 });
    expect([...named.state.serial.values()]).toMatchObject([{ serial: "1", piece: 3 }]);
  });
});
