import { expect, test } from "vitest";
import { unbrokenParts } from "./unbroken-parts.ts";

const wholes = (text: string) => unbrokenParts(text).flatMap(({ part, isWhole }) => (isWhole ? [part] : []));

test("U24 the number of a rework order stays whole, with the words around it as they were", () => {
  const text = "Pause 9000-R4F3A0C1B2D3E and start 9020";
  expect(unbrokenParts(text).map(({ part }) => part)).toEqual([
    "Pause ",
    "9000-R4F3A0C1B2D3E",
    " and start 9020",
  ]);
  expect(wholes(text)).toEqual(["9000-R4F3A0C1B2D3E"]);
});

test("U24 hyphens of words, and what is longer than a line, may break", () => {
  expect(wholes("Drehteil-Rohling 12 - Rest")).toEqual([]);
  expect(wholes("A1234567890-B1234567890-C1")).toEqual([]);
  expect(wholes("")).toEqual([]);
});
