import { expect, test } from "vitest";
import { countSize } from "./count-size.ts";

test.each([
  ["0", "large"],
  ["412", "large"],
  ["2,000", "large"],
  ["12,345", "medium"],
  ["1,234,567", "small"],
])("%s is drawn %s", (text, size) => {
  expect(countSize(text)).toBe(size);
});
