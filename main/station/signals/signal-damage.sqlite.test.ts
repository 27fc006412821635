import { closeSync, openSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openSignalsDatabase } from "../store/signals-database.ts";
import { openDatabase } from "../store/sqlite.ts";
import { StoreError } from "../store/store-error.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { openSegment } from "./codec/segment-codec.ts";
import type { GapCause } from "./signal-gap.ts";
import { createSignalWriter } from "./signal-writer.ts";
import { openReader, openWriter, type Row, rowsOf, START_US, tendAll } from "./testing/signal-rig.ts";

const ALL = { fromUs: START_US, toUs: START_US + 1e10 };

/** Two signals, 4,000 samples each, sealed into segments of 2,000 each; the numbers of the signals. */
function filledStore(folder: string): readonly number[] {
  const clock = { us: START_US };
  const writer = openWriter(folder, clock);
  const numbers = writer
    .register(["a", "b"].map((signalId) => ({ machineId: "M1", signalId })))
    .map(({ number }) => number);
  for (let second = 0; second < 4_000; second += 2_000) {
    const rows: Row[] = [];
    for (let each = second; each < second + 2_000; each += 1) {
      for (const signal of numbers) {
        rows.push({
          signal,
          atUs: START_US + each * 1e6,
          value: Math.round(1e4 * Math.sin(each + signal)) / 100,
        });
      }
    }
    writer.append(rowsOf(rows));
    clock.us = START_US + second * 1e6;
    writer.flush();
    tendAll(writer);
  }
  writer.close();
  return numbers;
}

function alter(folder: string, change: (body: Uint8Array) => Uint8Array): void {
  const database = openDatabase(join(folder, "signals.db"));
  const row = database
    .prepare<[], { id: number; body: Buffer }>("SELECT id, body FROM segment ORDER BY id")
    .get();
  const altered = change(new Uint8Array(row?.body ?? []));
  database.prepare("UPDATE segment SET body = ? WHERE id = ?").run(altered, row?.id);
  database.close();
}

/** The last bit that keeps the samples of a signal from being read. */
function withWrongBitIn(body: Uint8Array, signal: number): Uint8Array {
  for (let at = body.length - 1; at > 0; at -= 50) {
    const altered = body.with(at, (body[at] ?? 0) ^ 1);
    try {
      openSegment(altered)
        .find((entry) => entry.signal === signal)
        ?.samples();
    } catch {
      return altered; // this is the one looked for
    }
  }
  throw new Error("no bit matters");
}

describe("damaged samples", () => {
  test("SG-3 a chunk with one wrong bit is a gap of its signal; its neighbours in the segment are whole", () => {
    const folder = temporaryFolder();
    const [a = 0, b = 0] = filledStore(folder);
    alter(folder, (body) => withWrongBitIn(body, b));
    const reader = openReader(folder);
    onTestFinished(() => reader.close());
    expect(reader.samples(a, ALL).length).toBe(4_000);
    expect(reader.samples(b, ALL).length).toBe(2_000);
    const [trend] = reader.trend({ signals: [b], ...ALL, points: 2_000 });
    const minutes = reader.rollup(b, "minute", ALL);
    expect(trend?.gaps).toMatchObject([
      { machineId: "M1", signal: b, fromUs: START_US, toUs: START_US + 1_999e6, cause: "damaged" },
    ]);
    expect(minutes.count.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(2_000);
  });

  test.each([
    ["its directory is altered", (body: Uint8Array) => body.with(20, (body[20] ?? 0) ^ 0xff)],
    ["it was cut", (body: Uint8Array) => body.slice(0, 30)],
    ["it is empty", () => new Uint8Array(0)],
    ["a newer program wrote it", (body: Uint8Array) => body.with(4, 9)],
  ])("SG-3 a segment is a gap of all its signals when %s", (_name, change) => {
    const folder = temporaryFolder();
    const numbers = filledStore(folder);
    alter(folder, change);
    const reader = openReader(folder);
    onTestFinished(() => reader.close());
    for (const number of numbers) {
      expect(reader.samples(number, ALL).length).toBe(2_000);
      const [trend] = reader.trend({ signals: [number], ...ALL, points: 2_000 });
      expect(trend?.gaps).toMatchObject([{ fromUs: START_US, toUs: START_US + 1_999e6, cause: "damaged" }]);
    }
  });

  test("SG-3 pages full of something else cost what was on them, not the program", () => {
    const folder = temporaryFolder();
    const [a = 0] = filledStore(folder);
    const path = join(folder, "signals.db");
    const file = openSync(path, "r+");
    // The last page is one of the long body of the last segment.
    writeSync(file, Buffer.alloc(2_000, 0xa5), 0, 2_000, statSync(path).size - 3_000);
    closeSync(file);
    const reader = openReader(folder);
    onTestFinished(() => reader.close());
    expect(reader.samples(a, ALL).length).toBeGreaterThanOrEqual(2_000);
  });

  test("SG-3 a flush that cannot be read any more becomes a gap when it is sealed, once", () => {
    const folder = temporaryFolder();
    const clock = { us: START_US };
    const first = openWriter(folder, clock);
    for (let second = 0; second < 3; second += 1) {
      clock.us = START_US + second * 1e6;
      first.append(rowsOf([{ signal: 1, atUs: clock.us, value: second }]));
      first.flush();
    }
    first.close();
    const database = openDatabase(join(folder, "signals.db"));
    database.prepare("UPDATE head SET body = zeroblob(length(body)) WHERE seq = 2").run();
    database.close();
    const second = openWriter(folder, clock);
    clock.us = START_US + 5_000e6;
    second.append(rowsOf([{ signal: 1, atUs: clock.us, value: 3 }]));
    second.flush();
    tendAll(second);
    expect(second.counts()).toMatchObject({ sealed: 3, gapsByCause: { damaged: 1 } });
    second.close();
  });
});

describe("a disk that takes nothing", () => {
  test("SG-13 flush says so, the rows wait, and come with the next one", () => {
    const folder = temporaryFolder();
    const storage = openSignalsDatabase<GapCause>(folder);
    let isFull = false;
    const writer = createSignalWriter({
      storage: {
        ...storage,
        transaction(write) {
          if (isFull) throw new StoreError("full", "no room");
          storage.transaction(write);
        },
      },
      nowUs: () => START_US,
      nowMs: () => 0,
      retention: { longestUs: 1e15, mostBytes: 2 ** 40, keepUnsent: false },
      reductionOf: () => undefined,
      mostPending: 100,
    });
    onTestFinished(() => writer.close());
    isFull = true;
    writer.append(rowsOf([{ signal: 1, atUs: START_US, value: 1 }]));
    expect(() => writer.flush()).toThrow(/store\/full/);
    writer.append(rowsOf([{ signal: 1, atUs: START_US + 1, value: 2 }]));
    isFull = false;
    writer.flush();
    const reader = openReader(folder);
    onTestFinished(() => reader.close());
    expect(Array.from(reader.samples(1, ALL).value.subarray(0, 2))).toEqual([1, 2]);
    expect(writer.counts()).toMatchObject({ flushed: 2, givenUp: 0 });
  });
});
