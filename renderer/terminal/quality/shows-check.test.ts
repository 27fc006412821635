import { expect, test } from "vitest";
import { showsCheck } from "./shows-check.ts";

test("1.10 a check is open while it is shown, and under its pad; a sheet over it or another screen closes it", () => {
  expect(showsCheck({ route: "quality", sheet: null })).toBe(true);
  expect(showsCheck({ route: "quality", sheet: { kind: "pad" } })).toBe(true);
  expect(showsCheck({ route: "quality", sheet: { kind: "help" } })).toBe(false);
  expect(showsCheck({ route: "defect", sheet: null })).toBe(false);
});
