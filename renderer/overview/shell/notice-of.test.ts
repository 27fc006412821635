import { expect, test } from "vitest";
import { noticeOf } from "./notice-of.ts";

test("a healthy source needs no notice", () => {
  expect(noticeOf({ data: 1, receivedAtMs: 0, problem: null }, 99_000)).toBeNull();
});

test("a short loss of contact is not worth a word; a longer one says how old the data is", () => {
  const source = { data: 1, receivedAtMs: 0, problem: "unreachable" } as const;
  expect(noticeOf(source, 4_999)).toBeNull();
  expect(noticeOf(source, 61_000)).toEqual({ problem: "unreachable", dataAgeMs: 61_000 });
});

test("an unreadable answer and a missing first one are said at once", () => {
  expect(noticeOf({ data: 1, receivedAtMs: 0, problem: "bad-answer" }, 10)).toEqual({
    problem: "bad-answer",
    dataAgeMs: 10,
  });
  expect(noticeOf({ data: null, receivedAtMs: null, problem: "unreachable" }, 10)).toEqual({
    problem: "unreachable",
    dataAgeMs: null,
  });
});
