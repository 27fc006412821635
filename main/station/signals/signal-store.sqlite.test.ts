import { describe, expect, onTestFinished, test } from "vitest";
import { seededRandom } from "../testing/seeded-random.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import type { SampleColumns } from "./sample-columns.ts";
import { reading } from "./testing/reading.ts";
import { openWriter, plain, type Row, rowsOf, START_US, seconds, tendAll } from "./testing/signal-rig.ts";

const BAD = 0x80000000;

describe("signal store", () => {
  test("SG-4 what was flushed is read back, from the head log, from segments and from both, without a seam", () => {
    const folder = temporaryFolder();
    const clock = { us: START_US };
    const writer = openWriter(folder, clock);
    onTestFinished(() => writer.close());
    const numbers = writer
      .register(["a", "b", "c"].map((signalId) => ({ machineId: "M1", signalId })))
      .map(({ number }) => number);
    const all = seconds(numbers, 0, 3_000);
    const reader = reading(folder);
    for (let second = 0; second < 3_000; second += 100) {
      clock.us = START_US + second * 1e6;
      writer.append(rowsOf(all.slice(second * 3, (second + 100) * 3)));
      writer.flush();
      if (second === 1_500 || second === 2_900) tendAll(writer);
      if (second % 500 !== 0) continue;
      for (const number of numbers) {
        const wanted = rowsOf(all.slice(0, (second + 100) * 3).filter(({ signal }) => signal === number));
        expect(plain(reader.samples(number, { fromUs: START_US, toUs: START_US + 1e10 }))).toEqual(
          plain(wanted),
        );
      }
    }
    expect(writer.counts()).toMatchObject({ appended: 9_000, flushed: 9_000, givenUp: 0 });
    expect(writer.counts().sealed).toBeGreaterThan(4_000);
    expect(plain(reader.latest(numbers))).toEqual(plain(rowsOf(all.slice(-3))));
  });

  test("SG-1 every bit comes back through head log and segment: NaN payloads, -0, infinities, times missing or backward", () => {
    const folder = temporaryFolder();
    const clock = { us: START_US };
    const writer = openWriter(folder, clock);
    onTestFinished(() => writer.close());
    const random = seededRandom(17);
    const rows = rowsOf(seconds([1], 0, 1_500));
    const words = new Int32Array(rows.value.buffer);
    for (let row = 0; row < rows.length; row += 1) {
      if (row % 3 === 0) words.set([random() * 2 ** 32, 0x7ff00000 + random() * 2 ** 20], 2 * row);
      if (row % 7 === 0) rows.value[row] = [-0, Infinity, -Infinity, 5e-324][row % 4] ?? 0;
      if (row % 11 === 0) rows.sourceUs[row] = Number.NaN;
      if (row % 13 === 0) rows.serverUs[row] = Number.NaN;
      rows.status[row] = random() * 2 ** 32;
    }
    const wanted = plainBits(rows);
    writer.append(rows);
    writer.flush();
    const reader = reading(folder);
    const read = (): readonly string[] =>
      plainBits(reader.samples(1, { fromUs: START_US, toUs: START_US + 1e10 }));
    expect(read()).toEqual(wanted);
    tendAll(writer);
    expect(writer.counts().sealed).toBe(1_500);
    expect(read()).toEqual(wanted);
  });

  test("SG-5 a signal keeps its number over restarts", () => {
    const folder = temporaryFolder();
    const clock = { us: START_US };
    const first = openWriter(folder, clock);
    const [a] = first.register([{ machineId: "M1", signalId: "a" }]);
    first.close();
    const second = openWriter(folder, clock);
    onTestFinished(() => second.close());
    const [b, again] = second.register([
      { machineId: "M1", signalId: "b" },
      { machineId: "M1", signalId: "a" },
    ]);
    expect(again).toEqual(a);
    expect(b?.number).not.toBe(a?.number);
  });

  test("SG-6 the time between two writers is a gap for every machine, with the way the first one ended", () => {
    const folder = temporaryFolder();
    const clock = { us: START_US };
    const first = openWriter(folder, clock);
    clock.us += 5e6;
    first.close();
    clock.us += 60e6;
    openWriter(folder, clock).close();
    expect(reading(folder).gaps({ fromUs: START_US, toUs: START_US + 1e9 })).toMatchObject([
      { machineId: null, fromUs: START_US + 5e6, toUs: START_US + 65e6, cause: "collector-stopped" },
    ]);
  });

  test("SG-7 a second writer is refused in words, and the first goes on", () => {
    const folder = temporaryFolder();
    const clock = { us: START_US };
    const writer = openWriter(folder, clock);
    onTestFinished(() => writer.close());
    expect(() => openWriter(folder, clock)).toThrow(/Another process writes the signals/);
    writer.append(rowsOf(seconds([1], 0, 10)));
    writer.flush();
    expect(writer.counts().flushed).toBe(10);
  });

  test("SG-8 roll-ups from segments equal those from samples, with late values, bad values and gaps among them", () => {
    const folder = temporaryFolder();
    const clock = { us: START_US };
    const writer = openWriter(folder, clock);
    onTestFinished(() => writer.close());
    const [signal = { number: 0 }] = writer.register([{ machineId: "M1", signalId: "a" }]);
    const random = seededRandom(3);
    const rows: Row[] = [];
    for (let second = 0; second < 20_000; second += 1) {
      if (second >= 7_000 && second < 7_200) continue;
      const isLate = second % 997 === 0;
      const atUs = START_US + (isLate ? second - 4_000 : second) * 1e6 + Math.floor(random() * 1000);
      rows.push({
        signal: signal.number,
        atUs,
        value: Math.round(random() * 1000) / 8,
        status: second % 501 === 0 ? BAD : 0,
      });
    }
    for (let at = 0; at < rows.length; at += 50) {
      writer.append(rowsOf(rows.slice(at, at + 50)));
      clock.us = START_US + at * 1e6;
      writer.flush();
      tendAll(writer);
    }
    writer.recordGap({
      machineId: "M1",
      signal: null,
      fromUs: START_US + 7_000e6,
      toUs: START_US + 7_200e6,
      cause: "disconnected",
    });
    writer.recordGap({
      machineId: "M2",
      signal: null,
      fromUs: START_US,
      toUs: START_US + 20_000e6,
      cause: "disconnected",
    });
    writer.flush();
    expect(writer.counts().sealed).toBeGreaterThan(15_000);
    const reader = reading(folder);
    const span = { fromUs: START_US, toUs: START_US + 18_000e6 };
    for (const bucket of ["second", "minute", "hour"] as const) {
      const rollup = reader.rollup(signal.number, bucket, span);
      const wanted = byHand(rows, rollup.bucketUs, span, clock.us);
      expect(Array.from(rollup.startUs)).toEqual(wanted.map(({ startUs }) => startUs));
      const found = wanted.map((_, row) => ({
        count: rollup.count[row],
        bad: rollup.bad[row],
        min: rollup.min[row],
        max: rollup.max[row],
        first: rollup.first[row],
        last: rollup.last[row],
      }));
      expect(found).toEqual(wanted.map((each) => each.plain));
      const farthest = Math.max(
        ...wanted.map(({ integral }, row) => Math.abs((rollup.integral[row] ?? 0) - integral)),
        ...wanted.map(({ covered }, row) => Math.abs((rollup.coveredSeconds[row] ?? 0) - covered)),
      );
      expect(farthest).toBeLessThan(1e-6);
    }
  });

  test("SG-9 retention deletes the old and, over the limit, the oldest, but nothing that has not been sent", () => {
    const folder = temporaryFolder();
    const clock = { us: START_US };
    const retention = { longestUs: 3_600e6, mostBytes: 2 ** 40, keepUnsent: true };
    const writer = openWriter(folder, clock, { retention });
    onTestFinished(() => writer.close());
    const [signal = { number: 0 }] = writer.register([{ machineId: "M1", signalId: "a" }]);
    const fill = (from: number, to: number): void => {
      writer.append(rowsOf(seconds([signal.number], from, to)));
      clock.us = START_US + to * 1e6;
      writer.flush();
      tendAll(writer);
    };
    const reader = reading(folder);
    const kept = (): number =>
      reader.samples(signal.number, { fromUs: START_US, toUs: START_US + 1e12 }).length;
    fill(0, 2_000);
    fill(2_000, 4_000);
    fill(90_000, 92_000);
    expect(kept()).toBe(6_000);
    const first = reader.rollupsChangedAfter(0, 1);
    expect(first.spans).toMatchObject([
      { signals: [{ signalId: "a" }], fromUs: START_US, toUs: START_US + 1_999e6 + 1 },
    ]);
    writer.markSent(first.upTo);
    fill(92_000, 94_000);
    expect(kept()).toBe(6_000);
    writer.markSent(reader.rollupsChangedAfter(first.upTo, 100).upTo);
    fill(94_000, 96_000);
    expect(kept()).toBe(4_000);
    retention.mostBytes = 0;
    fill(96_000, 98_000);
    expect(kept()).toBe(4_000);
    writer.markSent(reader.rollupsChangedAfter(first.upTo, 100).upTo);
    fill(98_000, 100_000);
    expect(kept()).toBe(2_000);
  });

  test("SG-9 C2 a clock that is put a year ahead deletes nothing, and retention goes on when it is put right", () => {
    const folder = temporaryFolder();
    const clock = { us: START_US };
    let runMs = 0;
    const retention = { longestUs: 7 * 86_400e6, mostBytes: 2 ** 40, keepUnsent: false };
    const writer = openWriter(folder, clock, { retention, nowMs: () => runMs });
    onTestFinished(() => writer.close());
    const fill = (from: number, to: number, wallUs: number): void => {
      writer.append(rowsOf(seconds([1], from, to)));
      clock.us = wallUs;
      runMs += 3_600_000;
      writer.flush();
      tendAll(writer);
    };
    const reader = reading(folder);
    const kept = (): number => reader.samples(1, { fromUs: START_US, toUs: START_US + 1e12 }).length;
    fill(0, 2_000, START_US + 2_000e6);
    fill(2_000, 4_000, START_US + 365 * 86_400e6);
    expect(kept()).toBe(4_000);
    runMs += 10 * 86_400_000;
    fill(4_000, 6_000, START_US + 10 * 86_400e6);
    expect(kept()).toBe(4_000); // of 6,000: the first went, those sealed meanwhile stay for longer
  });

  test("SG-13 rows that no flush could take wait, and beyond the limit they become a gap", () => {
    const folder = temporaryFolder();
    const clock = { us: START_US };
    const writer = openWriter(folder, clock, { mostPending: 1_000 });
    onTestFinished(() => writer.close());
    writer.append(rowsOf(seconds([1], 0, 900)));
    writer.append(rowsOf(seconds([1], 900, 1_800)));
    writer.flush();
    expect(writer.counts()).toMatchObject({
      appended: 1_800,
      flushed: 900,
      givenUp: 900,
      gapsByCause: { "not-stored": 1 },
    });
    expect(reading(folder).gaps({ fromUs: 0, toUs: 4e15 })).toMatchObject([
      { cause: "not-stored", fromUs: START_US + 20_000, toUs: START_US + 899e6 + 20_000 },
    ]);
  });
});

/** Rows by their bits. Here every missing source time has a server or arrival time at its place, so the order is that given. */
function plainBits(rows: SampleColumns): readonly string[] {
  const bits = (column: Float64Array, row: number): string =>
    Buffer.from(column.buffer, column.byteOffset + 8 * row, 8).toString("hex");
  return Array.from({ length: rows.length }, (_, row) =>
    [
      bits(rows.sourceUs, row),
      bits(rows.serverUs, row),
      bits(rows.arrivedUs, row),
      bits(rows.value, row),
      rows.status[row],
    ].join(" "),
  );
}

/** The definition, as slowly and plainly as it goes. */
function byHand(
  rows: readonly Row[],
  bucketUs: number,
  span: { fromUs: number; toUs: number },
  untilUs: number,
) {
  const sorted = rows.toSorted((left, right) => left.atUs - right.atUs);
  const buckets = new Map<number, { values: number[]; bad: number; integral: number; covered: number }>();
  const bucketAt = (atUs: number) => {
    const startUs = Math.floor(atUs / bucketUs) * bucketUs;
    const bucket = buckets.get(startUs) ?? { values: [], bad: 0, integral: 0, covered: 0 };
    buckets.set(startUs, bucket);
    return bucket;
  };
  for (const [index, row] of sorted.entries()) {
    const isInside = row.atUs >= span.fromUs && row.atUs < span.toUs;
    if (isInside && row.status === BAD) bucketAt(row.atUs).bad += 1;
    if (row.status === BAD) continue;
    if (isInside) bucketAt(row.atUs).values.push(row.value);
    const gapUs = START_US + 7_000e6;
    let endUs = Math.min(sorted[index + 1]?.atUs ?? untilUs, span.toUs);
    if (row.atUs < gapUs && endUs > gapUs) endUs = gapUs;
    if (row.atUs >= gapUs && row.atUs < gapUs + 200e6) endUs = row.atUs;
    for (let atUs = Math.max(row.atUs, span.fromUs); atUs < endUs; ) {
      const nextUs = Math.min((Math.floor(atUs / bucketUs) + 1) * bucketUs, endUs);
      const bucket = bucketAt(atUs);
      bucket.integral += (row.value * (nextUs - atUs)) / 1e6;
      bucket.covered += (nextUs - atUs) / 1e6;
      atUs = nextUs;
    }
  }
  return [...buckets.entries()]
    .toSorted(([left], [right]) => left - right)
    .map(([startUs, { values, bad, integral, covered }]) => ({
      startUs,
      integral,
      covered,
      plain: {
        count: values.length,
        bad,
        min: values.length === 0 ? Number.NaN : Math.min(...values),
        max: values.length === 0 ? Number.NaN : Math.max(...values),
        first: values[0] ?? Number.NaN,
        last: values.at(-1) ?? Number.NaN,
      },
    }));
}
