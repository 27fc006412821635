import { expect, test } from "vitest";
import { hallGrid } from "./hall-grid.ts";

test("there is a place for every machine, at most six in a row", () => {
  for (let count = 0; count <= 60; count += 1) {
    const { columns, rows } = hallGrid(count);
    expect(columns * rows).toBeGreaterThanOrEqual(count);
    expect(columns).toBeLessThanOrEqual(6);
  }
});
