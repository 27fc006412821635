import { describe, expect, test } from "vitest";
import type { ReceivedValue } from "./data-value.ts";
import { StaleWatch } from "./stale-watch.ts";

const value = (raw: unknown): ReceivedValue => ({ value: { value: raw }, statusCode: { value: 0 } });

function watch(samplingMs = 250): StaleWatch {
  const signal = { node: "nsu=urn:test;s=x", samplingMs, queueSize: 1 };
  return new StaleWatch([
    { ...signal, signalId: "count" },
    { ...signal, signalId: "load", isTold: false },
  ]);
}

describe("a machine that answers but tells nothing", () => {
  test("U3 a count that reads on while nothing is told is stale at the second look", () => {
    const it = watch();
    it.came(0, value(5));
    expect(it.look([value(6)])).toEqual([]);
    expect(it.look([value(9)])).toEqual([0]);
  });

  test("U3 one that changes fast reads otherwise at each look, and is not stale as it keeps coming", () => {
    const it = watch();
    for (let count = 1; count < 20; count += 1) {
      it.came(0, value(count));
      expect(it.look([value(count + 1)])).toEqual([]);
    }
  });

  test("U3 a standing machine is not stale, however long", () => {
    const it = watch();
    it.came(0, value(5));
    for (let look = 0; look < 5; look += 1) expect(it.look([value(5)])).toEqual([]);
  });

  test("what only people look at, and what is sampled slowly, is not read", () => {
    expect(watch().watched).toEqual([0]);
    expect(watch(60_000).watched).toEqual([]);
  });

  test("signals of which nothing came are named", () => {
    const it = watch();
    it.came(1, value(1));
    expect(it.missing()).toEqual([0]);
  });
});
