import { describe, expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { reading } from "./testing/reading.ts";
import { openWriter, plain, type Row, rowsOf, START_US, seconds, tendAll } from "./testing/signal-rig.ts";

const BAD = 0x80000000;

describe("trends", () => {
  test("SG-10 a trend has at most the points asked for, keeps every extreme, and breaks at gaps and bad values", () => {
    const folder = temporaryFolder();
    const clock = { us: START_US };
    const writer = openWriter(folder, clock);
    onTestFinished(() => writer.close());
    const [signal = { number: 0 }] = writer.register([{ machineId: "M1", signalId: "a" }]);
    const rows = seconds([signal.number], 0, 40_000).filter((_, second) => second < 9_000 || second > 9_500);
    rows[20_000] = { signal: signal.number, atUs: START_US + 20_501e6, value: 5_000 };
    rows[30_000] = { signal: signal.number, atUs: START_US + 30_501e6, value: 7, status: BAD };
    for (let at = 0; at < rows.length; at += 1_000) {
      writer.append(rowsOf(rows.slice(at, at + 1_000)));
      clock.us = START_US + at * 1e6;
      writer.flush();
      tendAll(writer);
    }
    const gap = {
      machineId: "M1",
      signal: null,
      fromUs: START_US + 9_000e6,
      toUs: START_US + 9_500e6,
      cause: "disconnected",
    } as const;
    writer.recordGap(gap);
    writer.flush();
    const [trend] = reading(folder).trend({
      signals: [signal.number],
      fromUs: START_US,
      toUs: START_US + 40_000e6,
      points: 2_000,
    });
    if (trend === undefined) throw new Error("no trend");
    expect(trend.atUs.length).toBeLessThanOrEqual(2_000);
    expect(trend.atUs.length).toBeGreaterThan(1_000);
    expect(trend.atUs).toEqual(trend.atUs.slice().sort());
    expect(Math.max(...trend.value.filter((value) => !Number.isNaN(value)))).toBe(5_000);
    expect(trend.gaps).toMatchObject([gap]);
    const breaks = Array.from(trend.atUs).filter((_, row) => trend.usable[row] === 0);
    expect(breaks).toEqual([gap.fromUs, START_US + 30_501e6]);
  });

  test("SG-10 a window with few samples gives each of them, and the value in force at its beginning", () => {
    const folder = temporaryFolder();
    const clock = { us: START_US };
    const writer = openWriter(folder, clock);
    onTestFinished(() => writer.close());
    const [signal = { number: 0 }] = writer.register([{ machineId: "M1", signalId: "state" }]);
    const at = (second: number, value: number): Row => ({
      signal: signal.number,
      atUs: START_US + second * 1e6,
      value,
    });
    writer.append(rowsOf([at(0, 1), at(100, 2), at(250, 3)]));
    clock.us = START_US + 300e6;
    writer.flush();
    const [trend] = reading(folder).trend({
      signals: [signal.number],
      fromUs: START_US + 50e6,
      toUs: START_US + 200e6,
      points: 100,
    });
    expect(Array.from(trend?.atUs ?? [])).toEqual([START_US + 50e6, START_US + 100e6]);
    expect(Array.from(trend?.value ?? [])).toEqual([1, 2]);
  });

  test("SG-8 SG-10 a value that has not changed for hours is in force, among segments that hold only others", () => {
    const folder = temporaryFolder();
    const clock = { us: START_US };
    const writer = openWriter(folder, clock);
    onTestFinished(() => writer.close());
    const [state = 0, fast = 0] = writer
      .register(["state", "fast"].map((signalId) => ({ machineId: "M1", signalId })))
      .map(({ number }) => number);
    writer.append(rowsOf([{ signal: state, atUs: START_US + 1, value: 3 }]));
    for (let second = 0; second < 30_000; second += 500) {
      writer.append(rowsOf(seconds([fast], second, second + 500)));
      clock.us = START_US + (second + 500) * 1e6;
      writer.flush();
      tendAll(writer);
    }
    const span = { fromUs: START_US + 21_600e6, toUs: START_US + 25_200e6 };
    const reader = reading(folder);
    const [trend] = reader.trend({ signals: [state], ...span, points: 100 });
    expect(Array.from(trend?.value ?? [])).toEqual([3]);
    const { integral, coveredSeconds } = reader.rollup(state, "hour", span);
    expect(Array.from(integral)).toEqual([3 * 3_600]);
    expect(Array.from(coveredSeconds)).toEqual([3_600]);
    expect(
      plain(reader.latest([state]))
        .at(0)
        ?.at(4),
    ).toBe(3);
  });

  test("SG-10 U7 times from another year are kept as given and cost no other hour its roll-up", () => {
    const folder = temporaryFolder();
    const clock = { us: START_US };
    const writer = openWriter(folder, clock);
    onTestFinished(() => writer.close());
    const [signal = { number: 0 }] = writer.register([{ machineId: "M1", signalId: "a" }]);
    const rows = seconds([signal.number], 0, 4_000);
    const strayUs = Date.UTC(2100, 0, 1) * 1_000;
    const columns = rowsOf(rows);
    columns.sourceUs[700] = strayUs;
    writer.append(columns);
    clock.us = START_US + 4_000e6;
    writer.flush();
    tendAll(writer);
    const reader = reading(folder);
    expect(reader.samples(signal.number, { fromUs: START_US, toUs: START_US + 1e10 }).length).toBe(3_999);
    expect(
      plain(reader.samples(signal.number, { fromUs: strayUs, toUs: strayUs + 1 }))
        .at(0)
        ?.at(4),
    ).toBe(rows[700]?.value);
    const { spans } = reader.rollupsChangedAfter(0, 10);
    expect(spans.map(({ fromUs, toUs }) => [fromUs, toUs])).toEqual([
      [START_US, START_US + 699e6 + 1],
      [strayUs, strayUs + 1],
      // What was held since the sample before, and is held after the last one, is news as well.
      [START_US + 699e6, START_US + 4_000e6 + 1],
    ]);
  });
});
