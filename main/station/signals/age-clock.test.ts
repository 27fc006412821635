import { describe, expect, test } from "vitest";
import { AgeClock } from "./age-clock.ts";

const DAY_US = 86_400e6;
const HOUR_US = 3_600e6;
const NOW_US = Date.UTC(2026, 10, 23) * 1_000;

describe("the age of stored values", () => {
  test("is that of the wall clock while that runs as time does", () => {
    const age = new AgeClock(NOW_US, { wallUs: NOW_US + DAY_US, runUs: 0 });
    for (let day = 1; day <= 30; day += 1) {
      const wallUs = NOW_US + (day + 1) * DAY_US;
      age.read({ wallUs, runUs: day * DAY_US });
    }
    expect(age.read({ wallUs: NOW_US + 31 * DAY_US, runUs: 30 * DAY_US })).toBe(NOW_US + 31 * DAY_US);
  });

  test("C2 I-19 a clock that is a year ahead for a day makes nothing older than some days, over restarts too", () => {
    const ahead = NOW_US + 365 * DAY_US;
    const age = new AgeClock(NOW_US, { wallUs: ahead, runUs: 0 });
    age.read({ wallUs: ahead + DAY_US / 2, runUs: DAY_US / 2 });
    const again = new AgeClock(age.agedUs, { wallUs: ahead + DAY_US / 2, runUs: 0 });
    expect(again.read({ wallUs: ahead + DAY_US, runUs: DAY_US / 2 })).toBe(NOW_US + 4 * DAY_US);
    expect(again.read({ wallUs: NOW_US + DAY_US, runUs: DAY_US / 2 + 1 })).toBe(NOW_US + DAY_US);
  });

  test("C3 a clock that is set back makes nothing older", () => {
    const age = new AgeClock(undefined, { wallUs: NOW_US, runUs: 0 });
    expect(age.read({ wallUs: 0, runUs: 1 })).toBe(0);
  });

  test("C1 C3 after an hour in 1970, over a restart too, values age as before within a day", () => {
    const before = new AgeClock(NOW_US, { wallUs: 0, runUs: 0 });
    expect(before.read({ wallUs: HOUR_US, runUs: HOUR_US })).toBe(HOUR_US);
    const after = new AgeClock(before.agedUs, { wallUs: HOUR_US, runUs: 0 });
    const right = NOW_US + 2 * HOUR_US;
    after.read({ wallUs: right, runUs: 1 });
    expect(after.read({ wallUs: right + DAY_US, runUs: DAY_US })).toBe(right + DAY_US);
  });
});
