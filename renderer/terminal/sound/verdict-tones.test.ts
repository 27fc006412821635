import { expect, test } from "vitest";
import { verdictTones } from "./verdict-tones.ts";

test("UX 6.12 a booked scan, one to decide and one that failed never sound alike", () => {
  const told = [
    ["done"],
    ["shown"],
    ["duplicate"],
    ["wrong", "blocked"],
    ["ambiguous"],
    ["unknown"],
  ] as const;
  const sounds = told.map(([verdict]) => JSON.stringify(verdictTones[verdict]));
  expect(new Set(sounds).size).toBe(told.length);
});

test("every tone lies where a hall can be heard through, 200 to 5000 Hz", () => {
  const all = Object.values(verdictTones).flat();
  expect(
    all.every(({ fromHz, toHz }) => Math.min(fromHz, toHz) >= 200 && Math.max(fromHz, toHz) <= 5_000),
  ).toBe(true);
});
