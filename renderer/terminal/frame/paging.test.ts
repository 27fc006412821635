import { expect, test } from "vitest";
import { pageOf } from "./paging.ts";

test("pages share a list without losing any of it", () => {
  const items = ["a", "b", "c", "d", "e"];
  expect(pageOf(items, 1, 4)).toEqual({ items: ["a", "b", "c", "d"], page: 1, pages: 2 });
  expect(pageOf(items, 2, 4)).toEqual({ items: ["e"], page: 2, pages: 2 });
});

test("a list that became shorter shows its last page, an empty one its only page", () => {
  expect(pageOf(["a"], 3, 4)).toEqual({ items: ["a"], page: 1, pages: 1 });
  expect(pageOf([], 0, 4)).toEqual({ items: [], page: 1, pages: 1 });
});
