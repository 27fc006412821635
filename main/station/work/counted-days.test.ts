import { describe, expect, test } from "vitest";
import { CountedDays } from "../testing/counted-days.ts";
import { seededRandom } from "../testing/seeded-random.ts";

describe("counts over days", () => {
  test.each([1, 2, 3, 4, 5, 6])(
    "MC-9 U1 U2 U5 U6 U7 after 72 h of cuts, resets, wraps, jumps, kills and a full disk the counts are the machine's own books, seed %i",
    (seed) => {
      const days = new CountedDays(seededRandom(seed));
      days.run(72);
      expect(days.counted).toEqual(days.written);
      expect(days.written.made).toBeGreaterThan(30_000);
      const faults = ["queued", "session-lost", "reset", "source clock", "wall clock", "disk full"];
      const all = [...faults, "station killed", "bad value", "sent twice", "out of turn"];
      expect(all.filter((fault) => days.told[fault] === undefined)).toEqual([]);
    },
  );
});
