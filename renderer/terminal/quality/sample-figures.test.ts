import { expect, test } from "vitest";
import type { MeasuredPiece } from "../../../shared/screen/screen-model.ts";
import { sampleFigures } from "./sample-figures.ts";

const pieces = (...texts: string[]) =>
  texts.map(
    (text, index): MeasuredPiece => ({
      eventId: `measured-${index}`,
      piece: index + 1,
      text,
      result: "inside",
      source: "pad",
    }),
  );

test("mean and range of what is measured so far", () => {
  const figures = sampleFigures(pieces("39.989", "39.991", "39.986"));
  expect(figures?.mean).toBeCloseTo(39.98867, 4);
  expect(figures?.range).toBeCloseTo(0.005, 6);
});

test("nothing measured has no mean, one piece has no spread", () => {
  expect(sampleFigures([])).toBeNull();
  expect(sampleFigures(pieces("40.000"))).toEqual({ mean: 40, range: 0 });
});
