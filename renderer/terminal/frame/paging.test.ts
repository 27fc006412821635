import { expect, test } from "vitest";
import { pageOf, pageWith } from "./paging.ts";

test("pages share a list without losing any of it", () => {
  const items = ["a", "b", "c", "d", "e"];
  expect(pageOf(items, 1, 4)).toEqual({ items: ["a", "b", "c", "d"], page: 1, pages: 2 });
  expect(pageOf(items, 2, 4)).toEqual({ items: ["e"], page: 2, pages: 2 });
});

test("a list that became shorter shows its last page, an empty one its only page", () => {
  expect(pageOf(["a"], 3, 4)).toEqual({ items: ["a"], page: 1, pages: 1 });
  expect(pageOf([], 0, 4)).toEqual({ items: [], page: 1, pages: 1 });
});

test("the page of an item is found, and is the first for one that is not there", () => {
  const at = (wanted: string) => pageWith(["a", "b", "c", "d", "e"], 4, (item) => item === wanted);
  expect([at("a"), at("d"), at("e"), at("z")]).toEqual([1, 1, 2, 1]);
});
