import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reported } from "../../../mes/testing/sample-events.ts";
import { createStationJournal } from "../../../mes/testing/station-journal.ts";
import type { FloorPage, OrderDetail } from "../../../shared/protocol/pages.ts";
import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";
import { good, screenOf } from "../testing/at-work.ts";
import { RealMes, stationToken } from "../testing/real-mes.ts";
import { connectScreen, type StationClient } from "../testing/screen-client.ts";
import {
  prepareData,
  runStation,
  type StationAddress,
  type StationProcess,
} from "../testing/station-process.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { until } from "../testing/until.ts";

let mes: RealMes;
beforeAll(async () => {
  mes = await RealMes.start();
});
afterAll(() => mes.stop());

interface Plant {
  readonly id: string;
  readonly dataFolder: string;
  readonly station: StationProcess & StationAddress;
  readonly client: StationClient;
}

/** A real station process at work on its order, `made` good pieces booked, with the real MES behind it. */
async function atWork(id: string, made: number): Promise<Plant> {
  await mes.enrol(id);
  const dataFolder = temporaryFolder();
  const tokenFile = join(dataFolder, "mes-token");
  writeFileSync(tokenFile, stationToken(id));
  const url = `http://127.0.0.1:${mes.port}`;
  prepareData(dataFolder, { stationId: id, workUnit: id, mes: { url, tokenFile, caFile: null } });
  const station = await runStation({ dataFolder });
  const client = connectScreen(station);
  await client.rpc.scan.submit.mutate({ intentId: randomUUID(), raw: "BG1001" });
  await until(async () => {
    const input = { intentId: randomUUID(), jobOrderId: id, activeOrder: null };
    return (await client.rpc.orders.start.mutate(input)).ok;
  });
  await client.rpc.orders.reportGood.mutate(good(made));
  await sent(client);
  return { id, dataFolder, station, client };
}

const sent = (client: StationClient): Promise<void> =>
  until(async () => (await screenOf(client)).sync.state === "up-to-date");

async function act(id: string, what: string, body: object = {}): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${mes.port}/api/v1/orders/${id}/${what}`, {
    method: "POST",
    headers: { authorization: "Bearer planner", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return await answer.json();
}

const page = async <Page>(path: string): Promise<Page> =>
  (await (await fetch(`http://127.0.0.1:${mes.port}/api/v1/${path}`)).json()) as Page;

/** Kills the station's process, lets the planner act, and starts it again on the same data. */
async function meanwhile(plant: Plant, planned: () => Promise<void>): Promise<Plant> {
  plant.station.kill();
  await plant.station.ended;
  await planned();
  const station = await runStation({ dataFolder: plant.dataFolder });
  return { ...plant, station, client: connectScreen(station) };
}

/** Waits for the screen to show it. Tells how long it took; the half-minute pull of the station would be far too late. */
async function seen(
  { client }: Plant,
  what: string,
  isSo: (order: ActiveOrderView) => boolean,
): Promise<ActiveOrderView> {
  const fromMs = performance.now();
  let order: ActiveOrderView | null = null;
  await until(async () => {
    ({ order } = await screenOf(client));
    return order !== null && isSo(order);
  });
  process.stdout.write(`OR-10 ${what} after ${Math.round(performance.now() - fromMs)} ms\n`);
  if (order === null) throw new Error("No order");
  return order;
}

describe("what the planner does reaches the station at work", { timeout: 120_000 }, () => {
  test("OR-4 OR-10 a hold interrupts with the planner's words, pieces go on being booked; lifted, it is resumed", async () => {
    const plant = await atWork("PL-1", 5);
    expect(await act("PL-1", "hold", { reason: "Drawing is wrong" })).toEqual({ outcome: "done" });
    const held = await seen(plant, "held", ({ state }) => state === "held");
    expect(held.hold).toEqual({ cause: "hold", reason: "Drawing is wrong", isLifted: false });

    const { rpc } = plant.client;
    expect(await rpc.orders.resume.mutate({ intentId: randomUUID() })).toMatchObject({
      ok: false,
      refusal: { code: "order-held", details: { reason: "Drawing is wrong" } },
    });
    expect(await rpc.orders.reportGood.mutate(good(3))).toMatchObject({ ok: true });
    await act("PL-1", "release");
    await seen(plant, "released", ({ hold }) => hold?.isLifted === true);
    expect(await rpc.orders.resume.mutate({ intentId: randomUUID() })).toMatchObject({ ok: true });

    await sent(plant.client);
    const { order, bookings } = await page<OrderDetail>("orders/PL-1");
    expect(order).toMatchObject({ state: "running", good: 8 });
    expect(bookings.filter(({ content }) => content.kind === "held")).toHaveLength(1);
  });

  test("OR-6 OR-10 O5 an order cut below what was made is over-delivery: shown here and at the MES, nothing lost", async () => {
    const plant = await atWork("PL-2", 24);
    await act("PL-2", "cut", { plannedQuantity: 20 });
    const cut = await seen(plant, "cut", ({ planned }) => planned === 20);
    expect(cut).toMatchObject({ good: 24, plannedWas: 1_000_000, overDelivered: 4, state: "running" });
    await sent(plant.client);
    const { attention } = await page<FloorPage>("floor");
    expect(attention).toContainEqual(
      expect.objectContaining({
        kind: "begun-order",
        jobOrderId: "PL-2",
        cause: "cut",
        good: 24,
        plannedQuantity: 20,
      }),
    );
    expect(await mes.good("PL-2")).toBe(24);
  });

  test("SE-15 OR-10 what another station has booked is shown here within seconds, and what this one booked is told there", async () => {
    const plant = await atWork("PL-5", 12);
    const stationId = "PL-5-B";
    const atUtc = mes.mes.nowUtc();
    const other = { stationId, workUnit: "PL-5", machineName: stationId, tokenHash: "none" };
    await mes.mes.execute({ kind: "register-station", atUtc, station: other });
    const journal = createStationJournal();
    const on = { jobOrder: "PL-5" };
    journal.record("order.started", { countAuthority: "operator", plannedQuantity: 1_000_000 }, on);
    journal.record("quantity.reported", { ...reported({ good: 30 }), source: "pad" }, on);
    await mes.mes.execute({ kind: "ingest-batch", atUtc, stationId, upload: journal.upload() });
    const seenHere = await seen(plant, "elsewhere", ({ elsewhere }) => elsewhere !== null);
    expect(seenHere).toMatchObject({
      good: 12,
      elsewhere: { good: 30, stations: 1 },
      remaining: 1_000_000 - 42,
    });
    const ofOther = await mes.mes.database.query<{ readonly body: string }>(
      "SELECT body FROM directive WHERE station_id = $1 AND kind = 'made-elsewhere'",
      [stationId],
    );
    expect(ofOther.map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([{ good: 12, stations: 1 }]);
  });

  test("OR-4 OR-10 O4 cancelled while it runs: what was made stays, a person here and one at the MES see it", async () => {
    const plant = await atWork("PL-3", 7);
    await act("PL-3", "cancel", { reason: "Customer withdrew" });
    const cancelled = await seen(plant, "cancelled", ({ hold }) => hold?.cause === "cancelled");
    expect(cancelled).toMatchObject({ state: "held", good: 7 });
    const { rpc } = plant.client;
    expect(await rpc.orders.reportGood.mutate(good(2))).toMatchObject({ ok: true });
    expect(await rpc.orders.finish.mutate({ intentId: randomUUID() })).toMatchObject({ ok: true });
    await sent(plant.client);
    const { order, bookings } = await page<OrderDetail>("orders/PL-3");
    expect(order).toMatchObject({ state: "finished", good: 9, plannerReason: "Customer withdrew" });
    expect(bookings.every(({ verdict }) => verdict === "applied")).toBe(true);
    const { attention } = await page<FloorPage>("floor");
    expect(attention).toContainEqual(
      expect.objectContaining({ kind: "begun-order", jobOrderId: "PL-3", cause: "cancelled" }),
    );
    expect(await act("PL-3", "hold", { reason: "too late" })).toMatchObject({
      error: { code: "bad-request" },
    });
  });

  test("OR-4 OR-6 O4 O5 cut, held and cancelled while its process was killed: told after each restart, nothing is lost", async () => {
    const plant = await atWork("PL-4", 4);
    const held = await meanwhile(plant, async () => {
      await act("PL-4", "cut", { plannedQuantity: 3 });
      await act("PL-4", "hold", { reason: "Drawing is wrong" });
    });
    expect(await seen(held, "cut and held meanwhile", ({ hold }) => hold !== null)).toMatchObject({
      state: "held",
      hold: { cause: "hold", reason: "Drawing is wrong", isLifted: false },
      good: 4,
      planned: 3,
      plannedWas: 1_000_000,
      overDelivered: 1,
    });
    await sent(held.client);
    const back = await meanwhile(held, async () => {
      await act("PL-4", "cancel", { reason: "Customer withdrew" });
    });
    const cancelled = await seen(back, "cancelled meanwhile", ({ hold }) => hold?.cause === "cancelled");
    expect(cancelled).toMatchObject({ hold: { reason: "Customer withdrew" }, good: 4 });
    await sent(back.client);
    expect(await mes.good("PL-4")).toBe(4);
    const { bookings } = await page<OrderDetail>("orders/PL-4");
    const told = bookings.map(({ content }) => content.kind);
    expect(told.filter((kind) => kind === "plan-changed" || kind === "held")).toHaveLength(3);
    const { attention } = await page<FloorPage>("floor");
    for (const cause of ["cut", "cancelled"])
      expect(attention).toContainEqual(
        expect.objectContaining({ kind: "begun-order", jobOrderId: "PL-4", cause }),
      );
  });
});
