import { expect, test } from "vitest";
import { burnInShift } from "./burn-in-shift.ts";

test("the picture moves each minute, by 2 px at most, and comes back", () => {
  const minutes = [0, 1, 2, 3, 4].map((minute) => burnInShift(minute * 60_000));
  expect(new Set(minutes.slice(0, 4).map(({ x, y }) => `${x} ${y}`)).size).toBe(4);
  expect(minutes[4]).toEqual(minutes[0]);
  expect(Math.max(...minutes.flatMap(({ x, y }) => [x, y]))).toBe(2);
});
