import { describe, expect, test } from "vitest";
import { isSwipe, judgeTouch } from "./judge-touch.ts";

const onKey = (atMs: number) => ({ atMs, isOnKey: true });
const beside = (atMs: number) => ({ atMs, isOnKey: false });

describe("two touches at once", () => {
  test("gloves on two keys press the first one alone", () => {
    expect(judgeTouch([], onKey(0))).toBe("press");
    expect(judgeTouch([onKey(0)], onKey(60))).toBe("palm");
    expect(judgeTouch([onKey(0)], onKey(400))).toBe("palm");
  });

  test("a palm that rests on a key gives way to the finger", () => {
    expect(judgeTouch([onKey(0)], onKey(500))).toBe("press-instead");
    expect(judgeTouch([onKey(0), onKey(450)], onKey(500))).toBe("palm");
  });

  test("a hand beside the keys, and keys that act at once, hinder nobody", () => {
    expect(judgeTouch([beside(0)], onKey(10))).toBe("press");
    expect(judgeTouch([onKey(0)], beside(10))).toBe("press");
  });
});

test("a glove that slides by 15 mm still presses, a swipe does not", () => {
  expect(isSwipe({ x: 100, y: 100 }, { x: 145, y: 140 })).toBe(false);
  expect(isSwipe({ x: 100, y: 100 }, { x: 100, y: 165 })).toBe(true);
});
