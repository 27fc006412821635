import { describe, expect, test } from "vitest";
import { classifyRefusal, type Refusal } from "./classify-refusal.ts";
import type { MesErrorCode } from "./mes-error.ts";

const refusal = (status: number, more: Partial<Refusal> = {}): Refusal => ({
  status,
  contentType: "text/html",
  body: "<html>Please sign in</html>",
  retryAfter: null,
  nowUtc: "2026-11-22T08:00:00.000Z",
  ...more,
});
const problem = (status: number, code: string): Refusal =>
  refusal(status, {
    contentType: "application/json; charset=utf-8",
    body: JSON.stringify({ error: { code, message: "No." } }),
  });

const foreign: readonly (readonly [number, MesErrorCode])[] = [
  [200, "not-mes"],
  [302, "not-mes"],
  [400, "not-mes"],
  [401, "not-mes"],
  [403, "not-mes"],
  [404, "not-mes"],
  [407, "not-mes"],
  [409, "not-mes"],
  [413, "too-large"],
  [429, "too-many-requests"],
  [500, "server"],
  [502, "server"],
  [503, "server"],
  [504, "server"],
];

const own: readonly (readonly [number, string, MesErrorCode])[] = [
  [400, "bad-request", "bad-request"],
  [401, "unauthorized", "unauthorized"],
  [403, "forbidden", "forbidden"],
  [404, "not-found", "not-found"],
  [409, "gap", "gap"],
  [409, "fork", "fork"],
  [413, "too-large", "too-large"],
  [426, "unsupported-protocol", "unsupported-protocol"],
  [429, "too-many-requests", "too-many-requests"],
  [500, "internal", "server"],
];

describe("classifyRefusal", () => {
  test.each(foreign)("N3 %i with a foreign body is %s", (status, code) => {
    expect(classifyRefusal(refusal(status)).code).toBe(code);
  });

  test.each(own)("N5 %i with the problem %s is %s", (status, problemCode, code) => {
    expect(classifyRefusal(problem(status, problemCode)).code).toBe(code);
  });

  test("I-7 a fork or gap under any other status is not believed", () => {
    expect(classifyRefusal(problem(400, "fork")).code).toBe("not-mes");
    expect(classifyRefusal(problem(500, "gap")).code).toBe("not-mes");
  });

  test("N3 a problem body as another content type is not believed", () => {
    expect(classifyRefusal({ ...problem(409, "fork"), contentType: "text/plain" }).code).toBe("not-mes");
  });

  test.each([
    ["20", 20_000],
    ["Sun, 22 Nov 2026 08:01:00 GMT", 60_000],
    ["Sun, 22 Nov 2026 07:00:00 GMT", 0],
    ["soon", undefined],
  ])("N5 Retry-After %s", (retryAfter, ms) => {
    expect(classifyRefusal(refusal(503, { retryAfter })).retryAfterMs).toBe(ms);
  });
});
