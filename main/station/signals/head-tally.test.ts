import { describe, expect, test } from "vitest";
import { PARTITION_SIGNALS } from "./codec/head-codec.ts";
import { HeadTally } from "./head-tally.ts";

const PARTITIONS = 20;

/** One sample a second of one signal in each partition, each sealed as soon as it is due. @returns how many at each second */
function sealedPerSecond(seconds: number): readonly number[] {
  const tally = new HeadTally();
  const signals = Int32Array.from({ length: PARTITIONS }, (_, partition) => partition * PARTITION_SIGNALS);
  const counts: number[] = [];
  for (let second = 1; second <= seconds; second += 1) {
    const atUs = second * 1e6;
    tally.add(signals, { seq: second, atUs });
    let sealed = 0;
    for (let due = tally.due(atUs); due !== undefined; due = tally.due(atUs)) {
      tally.begin(due);
      tally.end();
      sealed += 1;
    }
    counts.push(sealed);
  }
  return counts;
}

describe("what is due to be sealed", () => {
  test("partitions of one rate are not due in the same second, the first time and later", () => {
    const counts = sealedPerSecond(5_000);
    expect(Math.max(...counts)).toBeLessThanOrEqual(2);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(4 * PARTITIONS);
  });

  test("a signal that says little is sealed after an hour, and what came meanwhile is still needed", () => {
    const tally = new HeadTally();
    tally.add(Int32Array.of(1), { seq: 1, atUs: 0 });
    expect(tally.due(3_599e6)).toBeUndefined();
    expect(tally.due(3_600e6)).toBe(0);
    tally.begin(0);
    tally.add(Int32Array.of(1), { seq: 7, atUs: 3_600e6 });
    expect(tally.due(9_999e6)).toBeUndefined();
    expect(tally.firstNeededSeq()).toBe(7);
    tally.end();
    expect(tally.due(9_999e6)).toBe(0);
  });
});
