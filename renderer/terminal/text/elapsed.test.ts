import { describe, expect, test } from "vitest";
import { elapsed, minutesOrLess, roughly } from "./elapsed.ts";
import type { Text } from "./use-text.ts";

const keyAndValues: Text = (key, values) => `${key} ${JSON.stringify(values)}`;

describe("elapsed", () => {
  test("counts hours beyond a day", () => {
    expect(elapsed(0, 2_530_000)).toBe("00:42:10");
    expect(elapsed(0, 112 * 3_600_000)).toBe("112:00:00");
  });

  test("a clock that stepped back reads zero", () => {
    expect(elapsed(5000, 1000)).toBe("00:00:00");
  });
});

describe("roughly", () => {
  test.each([
    [59_000, 'time.seconds {"seconds":59}'],
    [60_000, 'time.minutes {"minutes":1}'],
    [11_400_000, 'time.hours {"hours":3,"minutes":10}'],
    [14.5 * 3_600_000, 'time.whole-hours {"hours":14}'],
    [50 * 3_600_000, 'time.days {"days":2,"hours":2}'],
    [72 * 3_600_000, 'time.whole-days {"days":3}'],
    [(365 * 24 + 5) * 3_600_000, 'time.whole-days {"days":365}'],
  ])("%d ms", (durationMs, expected) => {
    expect(roughly(durationMs, keyAndValues)).toBe(expected);
  });
});

describe("minutesOrLess", () => {
  test("a stop of some seconds is not called nothing", () => {
    expect(minutesOrLess(0, keyAndValues)).toBe("time.under-minute undefined");
    expect(minutesOrLess(7, keyAndValues)).toBe('time.minutes {"minutes":7}');
  });
});
