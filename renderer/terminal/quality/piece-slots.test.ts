import { describe, expect, test } from "vitest";
import type { MeasuredPiece } from "../../../shared/screen/screen-model.ts";
import { pieceSlots } from "./piece-slots.ts";

const measured = (count: number): MeasuredPiece[] =>
  Array.from({ length: count }, (_, index) => ({
    eventId: `e${index}`,
    piece: index + 1,
    text: "39.989",
    result: "inside",
    source: "pad",
  }));
const shape = (count: number, size: number, most = 5) =>
  pieceSlots(measured(count), size, most).map(
    (slot) => `${slot.piece}${slot.large ? "L" : ""}${slot.next ? ">" : ""}`,
  );

describe("pieces of a sample", () => {
  test("the piece just measured is large, the next one is marked", () => {
    expect(shape(0, 5)).toEqual(["1L>", "2", "3", "4", "5"]);
    expect(shape(2, 5)).toEqual(["1", "2L", "3>", "4", "5"]);
    expect(shape(5, 5)).toEqual(["1", "2", "3", "4", "5L"]);
  });

  test("a large sample shows the five around it and never leaves its ends", () => {
    expect(shape(0, 25)).toEqual(["1L>", "2", "3", "4", "5"]);
    expect(shape(12, 25)).toEqual(["9", "10", "11", "12L", "13>"]);
    expect(shape(25, 25)).toEqual(["21", "22", "23", "24", "25L"]);
    expect(shape(1, 1)).toEqual(["1L"]);
  });
});
