import { describe, expect, test } from "vitest";
import { readTurn, windowPlace } from "./window-place.ts";

const window = { width: 1280, height: 768 };
const places = (screen: { width: number; height: number }) =>
  [1, 2].map((nth) => windowPlace({ x: 0, y: 0, ...screen }, window, { nth, of: 2 }));

describe("where the windows of two stations open", () => {
  test("side by side on a wide screen", () => {
    expect(places({ width: 2560, height: 1440 })).toEqual([
      { x: 0, y: 0 },
      { x: 1280, y: 0 },
    ]);
  });

  test("on a smaller one each can be seen and reached", () => {
    expect(places({ width: 1920, height: 1080 })).toEqual([
      { x: 0, y: 0 },
      { x: 640, y: 48 },
    ]);
    expect(places({ width: 1280, height: 768 })).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: 48 },
    ]);
  });

  test("on a screen beside the first, at its own corner", () => {
    const second = { x: 1920, y: 40, width: 1920, height: 1040 };
    expect(windowPlace(second, window, { nth: 1, of: 2 })).toEqual({ x: 1920, y: 40 });
  });

  test("what says no turn leaves the window where it opens", () => {
    expect(readTurn("2/2")).toEqual({ nth: 2, of: 2 });
    for (const text of [undefined, "", "2", "0/2", "3/2", "a/b"]) expect(readTurn(text)).toBeUndefined();
  });
});
