import { describe, expect, onTestFinished, test } from "vitest";
import { seededRandom } from "../testing/seeded-random.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { openReader, openWriter, type Row, rowsOf, START_US, tendAll } from "./testing/signal-rig.ts";

describe("averages of a thinned signal", () => {
  test("SG-12 the time-weighted average of every minute and hour is that of all samples, to 1e-9", () => {
    const folder = temporaryFolder();
    const clock = { us: START_US };
    const writer = openWriter(folder, clock, { reductionOf: () => ({ tolerance: 0.3 }) });
    onTestFinished(() => writer.close());
    const [signal = { number: 0 }] = writer.register([{ machineId: "M1", signalId: "oven" }]);
    const random = seededRandom(5);
    const rows: Row[] = [];
    for (let second = 0; second < 3 * 3_600; second += 1) {
      const value = 180 + 40 * Math.sin(second / 700) + random() * 0.2;
      const atUs = START_US + second * 1e6 + Math.floor(random() * 5e5);
      rows.push({ signal: signal.number, atUs, value: Math.round(value * 100) / 100 });
    }
    for (let at = 0; at < rows.length; at += 100) {
      writer.append(rowsOf(rows.slice(at, at + 100)));
      clock.us = START_US + (at + 100) * 1e6;
      writer.flush();
      tendAll(writer);
    }
    const reader = openReader(folder);
    onTestFinished(() => reader.close());
    const sealed = writer.counts().sealed;
    expect(sealed).toBeGreaterThan(9_000);
    const kept =
      reader.samples(signal.number, { fromUs: START_US, toUs: clock.us }).length - (rows.length - sealed);
    expect(sealed / kept).toBeGreaterThan(20);
    for (const level of ["minute", "hour"] as const) {
      const rollup = reader.rollup(signal.number, level, { fromUs: START_US, toUs: clock.us });
      for (const [row, startUs] of rollup.startUs.entries()) {
        const wanted = averageOf(rows, {
          fromUs: startUs,
          toUs: Math.min(startUs + rollup.bucketUs, clock.us),
        });
        const average = (rollup.integral[row] ?? 0) / (rollup.coveredSeconds[row] ?? 0);
        expect(Math.abs(average / wanted - 1)).toBeLessThan(1e-9);
      }
    }
  });
});

function averageOf(rows: readonly Row[], { fromUs, toUs }: { fromUs: number; toUs: number }): number {
  let integral = 0;
  let covered = 0;
  for (const [index, { atUs, value }] of rows.entries()) {
    const beginUs = Math.max(atUs, fromUs);
    const endUs = Math.min(rows[index + 1]?.atUs ?? toUs, toUs);
    if (endUs <= beginUs) continue;
    integral += value * (endUs - beginUs);
    covered += endUs - beginUs;
  }
  return integral / covered;
}
