import { expect, test } from "vitest";
import { touchTeller } from "./touch-teller.ts";

test("ST-8 the first touch is told at once, and no more than one in five seconds", () => {
  let [atMs, told] = [0, 0];
  const touched = touchTeller(
    () => {
      told += 1;
    },
    () => atMs,
  );
  const toldAt = [0, 1, 4_999, 5_000, 9_999, 10_000, 600_000].map((ms) => {
    atMs = ms;
    touched();
    return told;
  });
  expect(toldAt).toEqual([1, 1, 1, 2, 2, 3, 4]);
});
