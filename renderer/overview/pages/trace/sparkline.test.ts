import { describe, expect, test } from "vitest";
import { sparkline } from "./sparkline.ts";

const size = { widthPx: 96, heightPx: 24 };

describe("small line of a process value", () => {
  test("3.6 it rises to the highest value and breaks where nothing was measured", () => {
    expect(sparkline([1, 3, null, 2], size)).toBe("M0 21L32 3M96 12h2");
  });

  test("3.6 a value that never changes is level, none is nothing", () => {
    expect(sparkline([5, 5], size)).toBe("M0 12L96 12");
    expect(sparkline([5], size)).toBe("M0 12H96");
    expect(sparkline([null], size)).toBe("");
  });
});
