import { cp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Mes } from "../open-mes.ts";
import { readDirectives } from "../repositories/directive-repository.ts";
import { readHead } from "../repositories/journal-repository.ts";
import { type CountedOrder, newCountedOrder } from "../testing/counted-order.ts";
import { countRows, orderSums } from "../testing/order-sums.ts";
import {
  newJobOrder,
  openTestMes,
  send,
  type TemporaryFolder,
  temporaryFolder,
  verdictsOf,
} from "../testing/test-mes.ts";

/*
 * Invariant: what the MES acknowledged on its embedded database is there after any start, although that database never
 * flushes. Worst outcome if violated: a station has cleared its outbox for bookings that exist nowhere any more.
 */

let folder: TemporaryFolder;
let pglite: string;
let ingress: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  pglite = join(folder.path, "mes", "pglite");
  ingress = join(folder.path, "mes", "ingress.jsonl");
});
afterEach(() => folder.remove());

/** A plant with ten acknowledged events; `between` runs with the MES stopped after the first five. */
async function plantWithTenEvents(
  between: () => Promise<void> = async () => undefined,
): Promise<CountedOrder> {
  const first = await openTestMes({ dataFolder: folder.path });
  const making = await newCountedOrder(first, 10);
  const { stationId, journal } = making;
  await send(first, stationId, journal.upload(1, 5));
  await first.close();
  await between();
  const second = await openTestMes({ dataFolder: folder.path });
  await send(second, stationId, journal.upload(6, 10));
  await newJobOrder(second);
  await second.close();
  return making;
}

async function checkComplete(mes: Mes, { stationId, order, journal }: CountedOrder): Promise<void> {
  expect(await readHead(mes.database, stationId, journal.epoch)).toMatchObject({ seq: 10 });
  expect(await countRows(mes, "journal_event", stationId)).toBe(10);
  expect(await orderSums(mes, order)).toMatchObject({ good: 10 });
  const directives = await readDirectives(mes.database, stationId, { after: 0, limit: 100 });
  expect(directives.map(({ seq }) => seq)).toEqual([1, 2]);
  const outcome = await send(mes, stationId, journal.upload());
  expect(new Set(verdictsOf(outcome))).toEqual(new Set(["duplicate of applied"]));
}

describe("PGlite forgets", { timeout: 180_000 }, () => {
  test("I-8 N8 an older copy of its folder: the rest is replayed from the ingress file", async () => {
    const copy = join(folder.path, "older");
    const plant = await plantWithTenEvents(() => cp(pglite, copy, { recursive: true }));
    await rm(pglite, { recursive: true });
    await cp(copy, pglite, { recursive: true });
    const mes = await openTestMes({ dataFolder: folder.path });
    await checkComplete(mes, plant);
    await mes.close();
  });

  test("I-8 I-11 its folder is gone: all is replayed, the MES is the same, its database is a new one", async () => {
    const plant = await plantWithTenEvents();
    const before = await openTestMes({ dataFolder: folder.path });
    await before.close();
    await rm(pglite, { recursive: true });
    const mes = await openTestMes({ dataFolder: folder.path });
    await checkComplete(mes, plant);
    expect(mes.mesId).toBe(before.mesId);
    expect(mes.mesEpoch).not.toBe(before.mesEpoch);
    await mes.close();
  });

  test("P2 its folder is gone and the last frame is torn: the torn upload was never acknowledged, and is taken again", async () => {
    const first = await openTestMes({ dataFolder: folder.path });
    const { stationId, order, journal } = await newCountedOrder(first, 2);
    await send(first, stationId, journal.upload(1, 1));
    await send(first, stationId, journal.upload(2, 2));
    await first.close();
    await rm(pglite, { recursive: true });
    await truncate(ingress, (await readFile(ingress)).length - 5);
    const mes = await openTestMes({ dataFolder: folder.path });
    expect(await readHead(mes.database, stationId, journal.epoch)).toMatchObject({ seq: 1 });
    expect(verdictsOf(await send(mes, stationId, journal.upload()))).toEqual([
      "duplicate of applied",
      "applied",
    ]);
    expect(await orderSums(mes, order)).toMatchObject({ good: 2 });
    await mes.close();
  });

  test("P2 the power went while it was open and its folder is torn: built again from the ingress file", async () => {
    const plant = await plantWithTenEvents();
    const boot = (name: string) => ({ dataFolder: folder.path, bootId: async () => name });
    const open = await openTestMes(boot("before the cut"));
    await open.close();
    await writeFile(join(folder.path, "mes", "pglite.state"), "before the cut"); // as if it had never been closed
    await truncate(join(pglite, "global", "pg_control"), 10);
    const mes = await openTestMes(boot("after the cut"));
    await checkComplete(mes, plant);
    await mes.close();
    const again = await openTestMes(boot("another day"));
    expect(again.mesEpoch).toBe(mes.mesEpoch);
    await again.close();
  });

  test("B1 an ingress file shorter than the database: refused, nothing is written", async () => {
    await plantWithTenEvents();
    const whole = await readFile(ingress);
    const lastFrame = whole.lastIndexOf("\n", whole.length - 2) + 1;
    await truncate(ingress, lastFrame);
    await expect(openTestMes({ dataFolder: folder.path })).rejects.toMatchObject({ code: "damaged" });
  });
});
