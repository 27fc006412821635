import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { isDirectivePull, isHandshake, isUpload } from "../testing/chaos-proxy.ts";
import type { MemoryOutbox } from "../testing/memory-outbox.ts";
import { RealMes } from "../testing/real-mes.ts";
import { StagedStation } from "../testing/sync-stage.ts";
import { type MemoryStation, memoryStation } from "../testing/test-station.ts";
import { until } from "../testing/until.ts";

/** Two histories that meet: restored stations, restored MES, copied disks, another plant. */
describe("histories", () => {
  let mes: RealMes;
  let staged: StagedStation<MemoryStation>;
  let count = 0;
  const copies: string[] = [];
  beforeAll(async () => {
    mes = await RealMes.start();
  });
  afterAll(async () => {
    await mes.stop();
    await Promise.all(copies.map((copy) => rm(copy, { recursive: true })));
  });
  afterEach(() => staged.close());

  async function stage(bookings: number): Promise<MemoryOutbox> {
    count += 1;
    staged = await StagedStation.open(mes, `H-${count}`, memoryStation);
    for (let booked = 0; booked < bookings; booked += 1) staged.book();
    return staged.station.outbox;
  }

  async function synchronise(): Promise<void> {
    const { sync } = staged.start();
    await staged.drained();
    await until(() => sync.status().state === "up-to-date");
    await sync.stop();
  }

  async function backup(): Promise<string> {
    const copy = await mes.backup();
    copies.push(copy);
    return copy;
  }

  test("I-7 a copy of this station that sent something else first: stop, nothing overwritten", async () => {
    const outbox = await stage(3);
    await synchronise();
    const disk = outbox.backup();
    staged.book(100);
    await synchronise();
    const stored = await mes.journal(staged.stationId, outbox.currentEpoch());
    outbox.restore(disk);
    staged.station.book(7);
    const { sync } = staged.start();
    await until(() => sync.status().state === "stopped");
    expect(sync.status().trouble).toBe("fork");
    expect(await mes.journal(staged.stationId, outbox.currentEpoch())).toEqual(stored);
  });

  test("I-7 after a fork nothing is sent any more, and booking goes on", async () => {
    const outbox = await stage(3);
    await synchronise();
    const disk = outbox.backup();
    staged.book();
    await synchronise();
    outbox.restore(disk);
    staged.station.book(7);
    const { sync } = staged.start();
    await until(() => sync.status().state === "stopped");
    const sent = staged.proxy.requests.filter((request) => isUpload(request) || isHandshake(request)).length;
    for (let count = 0; count < 5; count += 1) {
      staged.station.book(1);
      sync.wake();
      // Time for what must not happen: a slow machine sees less of it, but never fails without cause.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(staged.proxy.requests.filter((request) => isUpload(request) || isHandshake(request))).toHaveLength(
      sent,
    );
    expect(outbox.waiting()).toBe(6);
  });

  test("I-11 MES restored from a backup: the station rewinds and sends again what is missing, once", async () => {
    const outbox = await stage(5);
    await synchronise();
    const copy = await backup();
    for (let booked = 0; booked < 5; booked += 1) staged.book(2);
    await synchronise();
    await mes.restore(copy);
    expect(await mes.good(staged.stationId)).toBe(5);
    staged.book(3);
    const { logged } = staged.start();
    await until(async () => (await mes.good(staged.stationId)) === staged.booked);
    await staged.drained();
    await staged.expectOnce();
    expect(outbox.epochs()).toHaveLength(1);
    expect(logged.map(({ message }) => message)).toContainEqual(expect.stringContaining("MES holds less"));
  });

  test("I-11 MES restored while the connection is up: the gap is found and filled", async () => {
    await stage(5);
    const copy = await backup();
    const { sync } = staged.start();
    await staged.drained();
    await mes.restore(copy);
    staged.book(3);
    sync.wake();
    await until(async () => (await mes.good(staged.stationId)) === staged.booked);
    await staged.drained();
    await staged.expectOnce();
  });

  test("I-11 MES ahead: the station was rolled back, a new epoch begins and says where the old one ended", async () => {
    const outbox = await stage(3);
    await synchronise();
    const disk = outbox.backup();
    const old = outbox.currentEpoch();
    for (let booked = 0; booked < 4; booked += 1) staged.book();
    await synchronise();
    outbox.restore(disk);
    await synchronise();
    expect(outbox.epochs().map((head) => head.seq)).toEqual([4, 1]);
    const [opened] = outbox.entriesAfter(outbox.currentEpoch(), 0, 1);
    expect(JSON.parse(opened?.payload ?? "")).toEqual({
      cause: "mes-ahead",
      previousEpoch: old,
      previousSeq: 8,
    });
    staged.book(9);
    await synchronise();
    expect(outbox.epochs()).toHaveLength(2);
    expect(await mes.good(staged.stationId)).toBe(staged.booked);
  });

  test("I-12 MES ahead of a tail that was never confirmed here: it is proved a duplicate, then all goes on", async () => {
    const outbox = await stage(3);
    const disk = outbox.backup();
    for (let booked = 0; booked < 4; booked += 1) staged.book();
    await synchronise();
    outbox.restore(disk);
    await synchronise();
    expect(outbox.epochs().map((head) => [head.seq, outbox.acknowledged(head.epoch).seq])).toEqual([
      [4, 4],
      [1, 1],
    ]);
    expect(await mes.good(staged.stationId)).toBe(staged.booked);
  });

  test("I-12 booked after the roll-back and before the first contact: fork, kept apart, never lost silently", async () => {
    const outbox = await stage(3);
    await synchronise();
    const disk = outbox.backup();
    for (let booked = 0; booked < 4; booked += 1) staged.book();
    await synchronise();
    outbox.restore(disk);
    staged.station.book(50);
    const { sync } = staged.start();
    await until(() => sync.status().state === "stopped");
    expect(sync.status().trouble).toBe("fork");
    expect(await mes.quarantined(staged.stationId)).toBe(1);
    expect(await mes.good(staged.stationId)).toBe(staged.booked);
  });

  test("N9 a person's word that this is the MES now: all that is here goes to it from its beginning, once", async () => {
    const outbox = await stage(4);
    outbox.saveMesIdentity({ mesId: randomUUID(), mesEpoch: randomUUID() });
    const { sync } = staged.start();
    await until(() => sync.status().state === "stopped");
    await sync.stop();
    expect(await mes.journal(staged.stationId, outbox.currentEpoch())).toEqual([]);
    outbox.saveMesIdentity({ mesId: mes.mes.mesId, mesEpoch: randomUUID() });
    await synchronise();
    await staged.expectOnce();
    expect(outbox.mesIdentity()).toEqual({ mesId: mes.mes.mesId, mesEpoch: mes.mes.mesEpoch });
  });

  test("I-11 the MES of another plant: stop, send nothing, take nothing, and go on when the right one is back", async () => {
    await stage(2);
    await synchronise();
    const known = [...(staged.rig?.mirror.bodies.keys() ?? [])];
    const other = await RealMes.start();
    await other.enrol(staged.stationId);
    staged.proxy.lead(other.port);
    const before = staged.proxy.requests.length;
    staged.book(4);
    const { sync, mirror } = staged.start();
    await until(() => sync.status().state === "stopped");
    expect(sync.status().trouble).toBe("unknown-mes");
    await until(() => staged.proxy.handled.slice(before).filter(isDirectivePull).length >= 2);
    expect(staged.proxy.requests.slice(before).filter(isUpload)).toEqual([]);
    expect([...mirror.bodies.keys()]).toEqual([]);
    staged.proxy.lead(mes.port);
    await staged.drained();
    await until(() => sync.status().trouble === null);
    await staged.expectOnce();
    expect([...mirror.bodies.keys()]).toEqual(known);
    await other.stop();
  });
});
