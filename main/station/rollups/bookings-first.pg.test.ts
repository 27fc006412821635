import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openReader, openWriter, type Row, rowsOf, tendAll } from "../signals/testing/signal-rig.ts";
import { ChaosProxy, isUpload, type ProxiedRequest } from "../testing/chaos-proxy.ts";
import { MemoryOutbox } from "../testing/memory-outbox.ts";
import { RealMes, stationToken } from "../testing/real-mes.ts";
import { startSyncRig } from "../testing/sync-rig.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { until } from "../testing/until.ts";
import { bucketsAt, bucketsIn, sourceOf } from "./testing/stored-machine.ts";

const STATION = "WS-LONG";
const EVENTS = 100_000;
const DAY_MINUTES = 24 * 60;
const MINUTE_US = 60e6;
const SIGNALS = ["good", "force"].map((signalId) => ({ machineId: "press", signalId }));

const isRollups = ({ method, path }: ProxiedRequest): boolean =>
  method === "POST" && path.endsWith("/rollups");

let mes: RealMes;
let proxy: ChaosProxy;
beforeAll(async () => {
  mes = await RealMes.start();
  proxy = await ChaosProxy.start(mes.port);
  await mes.enrol(STATION);
});
afterAll(async () => {
  await proxy.stop();
  await mes.stop();
});

/** A day of two signals, sealed hour by hour as a running collector does it. */
function storeDay(folder: string): { readonly fromUs: number; readonly toUs: number } {
  const toUs = Math.floor((Date.now() * 1000) / MINUTE_US) * MINUTE_US;
  const fromUs = toUs - DAY_MINUTES * MINUTE_US;
  const clock = { us: fromUs };
  const writer = openWriter(folder, clock);
  const numbers = writer.register(SIGNALS).map(({ number }) => number);
  for (let minute = 0; minute < DAY_MINUTES; minute += 1) {
    clock.us = fromUs + minute * MINUTE_US;
    const rows: Row[] = numbers.map((signal) => ({ signal, atUs: clock.us, value: minute }));
    writer.append(rowsOf(rows));
    writer.flush();
    if (minute % 60 === 0) tendAll(writer);
  }
  writer.close();
  return { fromUs, toUs: clock.us };
}

describe("after a long outage", () => {
  test("RU-4 100,000 bookings go before a day of roll-ups, and a new one before the rest of them", {
    timeout: 300_000,
  }, async () => {
    const folder = temporaryFolder();
    const span = storeDay(folder);
    const reader = openReader(folder);
    const outbox = new MemoryOutbox(STATION);
    for (let count = 0; count < EVENTS; count += 1) {
      outbox.append({ type: "help.called", payload: '{"category":"lead"}' });
    }
    const source = sourceOf(() => reader);
    let sent = 0;
    let newest = 0;
    const rollups: typeof source = {
      ...source,
      next(position, limit) {
        sent += 1;
        // Somebody books while roll-ups are under way.
        if (sent === 3) newest = outbox.append({ type: "help.called", payload: '{"category":"lead"}' }).seq;
        if (sent === 3) rig.sync.wake();
        return source.next(position, Math.min(limit, 200));
      },
    };
    const rig = startSyncRig({
      mesUrl: proxy.url,
      stationId: STATION,
      token: stationToken(STATION),
      outbox,
      rollups,
    });
    const wanted = bucketsIn(reader, "minute", span);
    await until(async () => (await bucketsAt(mes, STATION, 60)).length >= wanted.length);
    await until(() => outbox.acknowledged(outbox.currentEpoch()).seq === newest);
    expect(await bucketsAt(mes, STATION, 60)).toEqual(expect.arrayContaining([...wanted]));
    await rig.sync.stop();
    reader.close();

    const order = proxy.requests.filter((request) => isUpload(request) || isRollups(request)).map(isRollups);
    const backlog = Math.ceil(EVENTS / 500);
    expect(order.slice(0, backlog)).not.toContain(true);
    const lastBooking = order.lastIndexOf(false);
    expect(order.slice(lastBooking).length).toBeGreaterThan(5);
  });
});
