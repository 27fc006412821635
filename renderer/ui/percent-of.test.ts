import { expect, test } from "vitest";
import { percentOf } from "./percent-of.ts";

test("a bar never leaves its track, and a life without a length is used up", () => {
  expect(percentOf(320, 400)).toBe("80%");
  expect(percentOf(403, 400)).toBe("100%");
  expect(percentOf(-1, 400)).toBe("0%");
  expect(percentOf(0, 0)).toBe("100%");
});
