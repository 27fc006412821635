import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { madeElsewhereSchema } from "../../shared/domain/orders/made-elsewhere.ts";
import type { Attention } from "../../shared/protocol/attention.ts";
import { listOpenAttention } from "../repositories/attention-repository.ts";
import { readDirectives } from "../repositories/directive-repository.ts";
import { orderSums } from "../testing/order-sums.ts";
import { reported, reversed, started } from "../testing/sample-events.ts";
import { createStationJournal, type StationJournal } from "../testing/station-journal.ts";
import { jobOrder, newJobOrder, newStation, send, verdictsOf } from "../testing/test-mes.ts";
import { testPlantOfFile } from "../testing/test-plant.ts";

/*
 * Invariant: what several stations booked on one order is added up; no news of one replaces that of another.
 * Worst outcome if violated: half a day's pieces of one station are gone once the other one is back online.
 */

const plant = testPlantOfFile();

interface Share {
  readonly stationId: string;
  readonly journal: StationJournal;
}

/** A station that worked on the order while it was offline: nothing of it is sent yet. */
async function offlineStation(order: string, authority: "machine" | "operator" = "operator"): Promise<Share> {
  const share = { stationId: await newStation(plant.mes), journal: createStationJournal() };
  share.journal.record("order.started", { ...started, countAuthority: authority }, { jobOrder: order });
  return share;
}

const made = ({ journal }: Share, order: string, good: number) =>
  journal.record("quantity.reported", reported({ good }), { jobOrder: order });
const finish = ({ journal }: Share, order: string, good: number) =>
  journal.record("order.finished", { good, scrap: 0, rework: 0 }, { jobOrder: order });
const sent = async ({ stationId, journal }: Share): Promise<readonly string[]> =>
  verdictsOf(await send(plant.mes, stationId, journal.upload()));

const overDelivery = async (order: string): Promise<Attention | undefined> =>
  (await listOpenAttention(plant.mes.database, 1_000)).find(
    (line) => line.kind === "over-delivery" && line.jobOrderId === order,
  );

/** What a station was told last of the others' pieces of an order; in its log it stands once. */
async function toldElsewhere({ stationId }: Share, order: string): Promise<object | null> {
  const log = await readDirectives(plant.mes.database, stationId, { after: 0, limit: 1_000 });
  const told = log.filter(({ kind, id }) => kind === "made-elsewhere" && id === order);
  expect(told.length).toBeLessThanOrEqual(1);
  return told[0] === undefined ? null : timeless(told[0].body);
}

function timeless(body: object | null): object | null {
  if (body === null) return null;
  const { asOfUtc, ...sums } = madeElsewhereSchema.parse(body);
  return { ...sums, isDated: asOfUtc !== "" };
}

const ordered = () => newJobOrder(plant.mes, { plannedQuantity: 600, countAuthority: "operator" });

describe("one order on two stations", () => {
  test("SE-1 two stations came back from offline: the order has what both booked, not what the last one said", async () => {
    const order = await ordered();
    const [left, right] = [await offlineStation(order), await offlineStation(order)];
    made(left, order, 120);
    made(right, order, 80);
    made(left, order, 30);
    await sent(right);
    await sent(left);
    expect(await orderSums(plant.mes, order)).toMatchObject({ good: 230, state: "running" });
  });

  test("SE-15 each station is told whole sums of what the others made, itself left out, in one line of its log", async () => {
    const order = await ordered();
    const [left, right] = [await offlineStation(order), await offlineStation(order)];
    const third = { stationId: await newStation(plant.mes), journal: createStationJournal() };
    made(left, order, 120);
    const scrapped = left.journal.record("quantity.reported", reported({ scrap: 7 }), { jobOrder: order });
    made(right, order, 80);
    await sent(left);
    expect(await toldElsewhere(left, order)).toBeNull();
    const ofLeft = { jobOrderId: order, good: 120, scrap: 7, rework: 0, stations: 1, isDated: true };
    expect(await toldElsewhere(right, order)).toEqual(ofLeft);
    await sent(right);
    left.journal.record("quantity.reversed", reversed(scrapped.eventId, { scrap: -2 }, 2), {
      jobOrder: order,
    });
    await send(plant.mes, left.stationId, left.journal.upload(4));
    expect(await toldElsewhere(left, order)).toEqual({ ...ofLeft, good: 80, scrap: 0 });
    expect(await toldElsewhere(right, order)).toEqual({ ...ofLeft, scrap: 5 });
    // It has not begun the order and sees it in its list; one that comes later is told at its enrolment.
    const all = { ...ofLeft, good: 200, scrap: 5, stations: 2 };
    expect(await toldElsewhere(third, order)).toEqual(all);
    const late = { stationId: await newStation(plant.mes), journal: createStationJournal() };
    expect(await toldElsewhere(late, order)).toEqual(all);
    const moved = jobOrder(order, {
      plannedQuantity: 600,
      countAuthority: "operator",
      workUnit: "CNC-MOVED",
    });
    const away = { stationId: await newStation(plant.mes, "CNC-MOVED"), journal: createStationJournal() };
    await plant.mes.execute({ kind: "import-job-orders", atUtc: plant.mes.nowUtc(), jobOrders: [moved] });
    expect(await toldElsewhere(away, order)).toEqual(all);
    const log = await readDirectives(plant.mes.database, third.stationId, { after: 0, limit: 1_000 });
    expect(log.findLast(({ kind, id }) => kind === "made-elsewhere" && id === order)?.body).toBeNull();
  });

  test("SE-2 both finish it: every piece counts and both finishes are taken, whoever's came first", async () => {
    for (const first of [0, 1]) {
      const order = await ordered();
      const shares = [await offlineStation(order), await offlineStation(order)];
      for (const share of shares) {
        made(share, order, 300);
        finish(share, order, 300);
      }
      const inTurn = first === 0 ? shares : shares.toReversed();
      for (const share of inTurn) expect(await sent(share)).toEqual(["applied", "applied", "applied"]);
      expect(await orderSums(plant.mes, order)).toMatchObject({ good: 600, state: "finished" });
    }
  });

  test("SE-3 one finishes while the other still books: its pieces are taken, before and after the news of the end", async () => {
    const order = await ordered();
    const [ends, goesOn] = [await offlineStation(order), await offlineStation(order)];
    made(ends, order, 500);
    finish(ends, order, 500);
    made(goesOn, order, 40);
    await sent(ends);
    expect(await sent(goesOn)).toEqual(["applied", "applied"]);
    made(goesOn, order, 25);
    const late = await send(plant.mes, goesOn.stationId, goesOn.journal.upload(3));
    expect(verdictsOf(late)).toEqual(["applied"]);
    expect(await orderSums(plant.mes, order)).toMatchObject({ good: 565, state: "finished" });
  });

  test("SE-4 O2 more than planned by both together is told to a person, with the figures; taken back, it is gone", async () => {
    const order = await ordered();
    const [left, right] = [await offlineStation(order), await offlineStation(order)];
    made(left, order, 400);
    const tooMany = made(right, order, 212);
    await sent(left);
    expect(await overDelivery(order)).toBeUndefined();
    await sent(right);
    const line = { kind: "over-delivery", good: 612, plannedQuantity: 600, stations: 2 };
    expect(await overDelivery(order)).toMatchObject(line);
    made(left, order, 8);
    await send(plant.mes, left.stationId, left.journal.upload(3));
    expect(await overDelivery(order)).toMatchObject({ good: 620 });
    right.journal.record("quantity.reversed", reversed(tooMany.eventId, { good: -20 }, 20), {
      jobOrder: order,
    });
    await send(plant.mes, right.stationId, right.journal.upload(3));
    expect(await overDelivery(order)).toBeUndefined();
  });

  test("SE-4 within its tolerance nobody is called, and what a person has closed stays closed", async () => {
    const tolerant = { plannedQuantity: 600, overDeliveryPercent: 5, countAuthority: "operator" } as const;
    const order = await newJobOrder(plant.mes, tolerant);
    const [left, right] = [await offlineStation(order), await offlineStation(order)];
    made(left, order, 310);
    made(right, order, 320);
    await sent(left);
    await sent(right);
    expect(await overDelivery(order)).toBeUndefined();
    made(right, order, 1);
    await send(plant.mes, right.stationId, right.journal.upload(3));
    const line = await overDelivery(order);
    expect(line).toMatchObject({ good: 631 });
    const close = {
      kind: "close-attention",
      attentionId: line?.id ?? "",
      atUtc: plant.mes.nowUtc(),
    } as const;
    expect(await plant.mes.execute(close)).toBe("closed");
    made(right, order, 1);
    await send(plant.mes, right.stationId, right.journal.upload(4));
    expect(await overDelivery(order)).toBeUndefined();
  });

  test("SE-1 begun under two plans, one counted by the machine: the same good pieces whoever's news came first", async () => {
    const sums: object[] = [];
    for (const isReversed of [false, true]) {
      const order = await ordered();
      const shares = [await offlineStation(order, "operator"), await offlineStation(order, "machine")];
      for (const share of shares) made(share, order, 10);
      for (const share of isReversed ? shares.toReversed() : shares) await sent(share);
      sums.push(await orderSums(plant.mes, order));
    }
    expect(sums[0]).toEqual(sums[1]);
  });

  test("SE-1 SE-2 SE-4 SE-15 any interleaving of the two journals, cut anywhere, ends in the same sums, state, line and news", {
    timeout: 120_000,
  }, async () => {
    const work = fc.record({
      pieces: fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 5 }),
      finishes: fc.boolean(),
    });
    const turns = fc.array(fc.tuple(fc.nat({ max: 1 }), fc.integer({ min: 1, max: 3 })), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.tuple(work, work), turns, turns, async (works, one, other) => {
        const ends: object[] = [];
        for (const delivery of [one, other]) ends.push(await delivered(works, delivery));
        expect(ends[0]).toEqual(ends[1]);
      }),
      { numRuns: 15 },
    );
  });
});

interface Work {
  readonly pieces: readonly number[];
  readonly finishes: boolean;
}

/** Sends the journals in these portions, then what is left of both. @returns what a person sees of the order */
async function delivered(works: readonly Work[], turns: readonly [number, number][]): Promise<object> {
  const order = await ordered();
  const shares = [await offlineStation(order), await offlineStation(order)];
  works.forEach(({ pieces, finishes }, index) => {
    const share = shares[index];
    if (share === undefined) return;
    for (const good of pieces) made(share, order, good);
    if (finishes) finish(share, order, 0);
  });
  const next = [1, 1];
  for (const [index, length] of [...turns, [0, 99] as const, [1, 99] as const]) {
    const share = shares[index];
    const from = next[index] ?? 1;
    if (share === undefined || from > share.journal.entries.length) continue;
    const upload = share.journal.upload(from, from + length - 1);
    await send(plant.mes, share.stationId, upload);
    next[index] = from + upload.events.length;
  }
  const line = await overDelivery(order);
  const told = line?.kind === "over-delivery" ? { good: line.good, stations: line.stations } : null;
  const elsewhere: object[] = [];
  for (const share of shares) elsewhere.push({ ...(await toldElsewhere(share, order)), jobOrderId: "" });
  return { ...(await orderSums(plant.mes, order)), told, elsewhere };
}
