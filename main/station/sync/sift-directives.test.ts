import { describe, expect, test } from "vitest";
import { siftDirectives } from "./sift-directives.ts";

const reason = (seq: number, more: object = {}) => ({
  seq,
  atUtc: "2026-11-22T08:00:00.000Z",
  kind: "message",
  id: `M-${seq}`,
  body: { messageId: `M-${seq}`, text: "Lift truck out of order", atUtc: "2026-11-22T08:00:00.000Z" },
  ...more,
});

const bad: readonly (readonly [string, unknown, string])[] = [
  ["no object at all", 7, "malformed"],
  ["a missing property", { ...reason(2), atUtc: undefined }, "malformed"],
  ["a sequence that is none", { ...reason(2), seq: "two" }, "malformed"],
  ["a kind of a later version", reason(2, { kind: "sampling-plan" }), "unknown-kind"],
  ["a kind that is a property of every object", reason(2, { kind: "constructor" }), "unknown-kind"],
  ["a body that its kind does not allow", reason(2, { body: { messageId: "M-2" } }), "invalid-body"],
  ["a body of something else", reason(2, { id: "M-9" }), "wrong-id"],
  ["a sequence that goes back", reason(1), "out-of-order"],
];

describe("siftDirectives", () => {
  test.each(bad)("I-16 %s is told and does not block what follows", (_name, entry, why) => {
    const page = siftDirectives([reason(1), entry, reason(3)], 0);
    expect(page.usable.map((directive) => directive.seq)).toEqual([1, 3]);
    expect(page.refused.map((refused) => refused.reason)).toEqual([why]);
    expect(page.reached).toBe(3);
  });

  test("I-16 a bad last entry still moves the reading position", () => {
    expect(siftDirectives([reason(5), { nonsense: true }], 4).reached).toBe(6);
  });

  test("I-15 fields of a later version are kept as they came", () => {
    const { usable } = siftDirectives([reason(1, { body: { ...reason(1).body, urgent: true } })], 0);
    expect(usable[0]?.body).toMatchObject({ urgent: true });
  });

  test("a removal needs no body", () => {
    expect(siftDirectives([reason(1, { body: null })], 0).usable).toHaveLength(1);
  });
});
