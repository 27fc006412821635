import { describe, expect, test } from "vitest";
import { traceSubject } from "./trace-search.ts";

describe("search for a lot or an order", () => {
  test.each([
    ["LT88213", "order", { kind: "lot", id: "88213" }],
    ["lt88213\n", "order", { kind: "lot", id: "88213" }],
    ["WO4711", "lot", { kind: "order", id: "4711" }],
    [" 4711 ", "order", { kind: "order", id: "4711" }],
    ["a-17", "lot", { kind: "lot", id: "a-17" }],
    ["  ", "lot", null],
  ] as const)("%j while looking for a %s", (text, kind, subject) => {
    expect(traceSubject(text, kind)).toEqual(subject);
  });
});
