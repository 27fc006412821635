import { expect, test } from "vitest";
import { afterAnswer, nothingYet } from "./source-state.ts";

test("a bad answer keeps the last good data and the time it came", () => {
  const good = afterAnswer(nothingYet<string>(), { ok: true, data: "floor" }, 100);
  const bad = afterAnswer(good, { ok: false, problem: "bad-answer" }, 200);
  expect(bad).toEqual({ data: "floor", receivedAtMs: 100, problem: "bad-answer" });
  expect(afterAnswer(bad, { ok: true, data: "newer" }, 300)).toEqual({
    data: "newer",
    receivedAtMs: 300,
    problem: null,
  });
});

test("a first answer that is bad leaves nothing to show, and says why", () => {
  expect(afterAnswer(nothingYet(), { ok: false, problem: "unreachable" }, 5)).toEqual({
    data: null,
    receivedAtMs: null,
    problem: "unreachable",
  });
});
