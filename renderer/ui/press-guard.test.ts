import { describe, expect, test } from "vitest";
import { acceptsPress, BOUNCE_MS, type Contact } from "./press-guard.ts";

const PAD_BOUNCE_MS = 80;
const places = { a: { x: 800, y: 307 }, b: { x: 1108, y: 307 } };

const contact = (key: "a" | "b", atMs: number, other: Partial<Contact> = {}): Contact => {
  return { key, atMs, touch: true, finger: null, bounceMs: BOUNCE_MS, ...places[key], ...other };
};

describe("press guard", () => {
  test("the first press counts", () => {
    expect(acceptsPress(null, contact("a", 0))).toBe(true);
  });

  test("the same key bounces within 350 ms and counts after", () => {
    expect(acceptsPress(contact("a", 1000), contact("a", 1349))).toBe(false);
    expect(acceptsPress(contact("a", 1000), contact("a", 1350))).toBe(true);
  });

  test("a double tap on Scrap does not choose the reason that came up under the finger", () => {
    const reason = { ...places.a, x: 806 };
    for (const touch of [true, false]) {
      expect(acceptsPress(contact("a", 1000, { touch }), contact("b", 1220, { ...reason, touch }))).toBe(
        false,
      );
    }
    expect(acceptsPress(contact("a", 1000), contact("b", 1350, reason))).toBe(true);
  });

  test("quick digits count wherever they lie", () => {
    const digit = { bounceMs: PAD_BOUNCE_MS };
    expect(acceptsPress(contact("a", 1000, digit), contact("b", 1200, { ...digit, x: 810 }))).toBe(true);
    expect(acceptsPress(contact("a", 1000, digit), contact("a", 1100, digit))).toBe(true);
  });

  test("a finger that wobbles at the edge of a digit enters it once", () => {
    const digit = { bounceMs: PAD_BOUNCE_MS, finger: 7 };
    expect(acceptsPress(contact("a", 1000, digit), contact("a", 1300, digit))).toBe(false);
    expect(acceptsPress(contact("a", 1000, digit), contact("a", 1300, { ...digit, finger: 8 }))).toBe(true);
  });

  test("another key touched within 150 ms is a palm", () => {
    expect(acceptsPress(contact("a", 1000), contact("b", 1149))).toBe(false);
    expect(acceptsPress(contact("a", 1000), contact("b", 1150))).toBe(true);
  });

  test("a mouse or a keyboard has no palm", () => {
    expect(acceptsPress(contact("a", 1000, { touch: false }), contact("b", 1010, { touch: false }))).toBe(
      true,
    );
  });

  test("a clock that steps back does not lock the keys", () => {
    expect(acceptsPress(contact("a", 5000), contact("a", 1000))).toBe(true);
  });
});
