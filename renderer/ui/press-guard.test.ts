import { describe, expect, test } from "vitest";
import { acceptsPress, BOUNCE_MS, type Contact } from "./press-guard.ts";

const contact = (key: string, atMs: number, touch = true): Contact => ({ key, atMs, touch });

describe("press guard", () => {
  test("the first press counts", () => {
    expect(acceptsPress(null, contact("a", 0), BOUNCE_MS)).toBe(true);
  });

  test("the same key bounces within 350 ms and counts after", () => {
    expect(acceptsPress(contact("a", 1000), contact("a", 1349), BOUNCE_MS)).toBe(false);
    expect(acceptsPress(contact("a", 1000), contact("a", 1350), BOUNCE_MS)).toBe(true);
  });

  test("another key touched within 150 ms is a palm", () => {
    expect(acceptsPress(contact("a", 1000), contact("b", 1149), BOUNCE_MS)).toBe(false);
    expect(acceptsPress(contact("a", 1000), contact("b", 1150), BOUNCE_MS)).toBe(true);
  });

  test("a mouse or a keyboard has no palm", () => {
    expect(acceptsPress(contact("a", 1000, false), contact("b", 1010, false), BOUNCE_MS)).toBe(true);
  });

  test("a clock that steps back does not lock the keys", () => {
    expect(acceptsPress(contact("a", 5000), contact("a", 1000), BOUNCE_MS)).toBe(true);
  });
});
