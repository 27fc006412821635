import { describe, expect, test } from "vitest";
import { rulerPlace, rulerSegments } from "./box-ruler.ts";

describe("box ruler", () => {
  test("one segment per box, the open box in part", () => {
    const segments = rulerSegments(412, 600, 24);
    expect(segments).toHaveLength(25);
    expect(segments.filter((segment) => segment.filled === 1)).toHaveLength(17);
    expect(segments[17]?.filled).toBeCloseTo(4 / 24);
  });

  test("the last box may be smaller", () => {
    const segments = rulerSegments(0, 150, 24);
    expect(segments).toHaveLength(7);
    expect(segments[6]?.pieces).toBe(6);
  });

  test.each([
    [2_000, null],
    [2_000, 24],
    [9_999_999, 1],
  ])("%d pieces with boxes of %s become twenty parts", (planned, box) => {
    const segments = rulerSegments(planned / 2, planned, box);
    expect(segments).toHaveLength(20);
    expect(segments.reduce((sum, segment) => sum + segment.pieces, 0)).toBeCloseTo(planned);
  });

  test("a small order without boxes has one segment per piece, an empty one none", () => {
    expect(rulerSegments(1, 3, null)).toHaveLength(3);
    expect(rulerSegments(0, 0, null)).toEqual([]);
  });

  test("more than planned fills it and never overflows", () => {
    expect(rulerSegments(700, 600, 24).every((segment) => segment.filled === 1)).toBe(true);
    expect(rulerPlace(700, 600)).toBe(1);
    expect(rulerPlace(-5, 600)).toBe(0);
  });
});
