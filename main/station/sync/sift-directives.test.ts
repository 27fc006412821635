import { describe, expect, test } from "vitest";
import { siftDirectives } from "./sift-directives.ts";

const message = (seq: number, more: object = {}) => ({
  seq,
  atUtc: "2026-11-22T08:00:00.000Z",
  kind: "message",
  id: `M-${seq}`,
  body: { messageId: `M-${seq}`, text: "Lift truck out of order", atUtc: "2026-11-22T08:00:00.000Z" },
  ...more,
});

const bad: readonly (readonly [string, unknown, string])[] = [
  ["no object at all", 7, "malformed"],
  ["a missing property", { ...message(2), atUtc: undefined }, "malformed"],
  ["a sequence that is none", { ...message(2), seq: "two" }, "malformed"],
  ["a kind that is a property of every object", message(2, { kind: "constructor" }), "malformed"],
  ["a body that its kind does not allow", message(2, { body: { messageId: "M-2" } }), "invalid-body"],
  ["a body of something else", message(2, { id: "M-9" }), "wrong-id"],
  ["a sequence that goes back", message(1), "out-of-order"],
];

describe("siftDirectives", () => {
  test.each(bad)("I-16 %s is told and does not block what follows", (_name, entry, why) => {
    const page = siftDirectives([message(1), entry, message(3)], 0);
    expect(page.usable.map((directive) => directive.seq)).toEqual([1, 3]);
    expect(page.refused.map((refused) => refused.reason)).toEqual([why]);
    expect(page.reached).toBe(3);
  });

  test("I-16 a bad last entry still moves the reading position", () => {
    expect(siftDirectives([message(5), { nonsense: true }], 4).reached).toBe(6);
  });

  test("I-17 an answer that is late or comes twice changes nothing, and skips nothing of what is still to come", () => {
    expect(siftDirectives([message(1), message(2)], 2)).toMatchObject({ usable: [], reached: 2 });
    expect(siftDirectives([message(3)], 2).usable).toHaveLength(1);
  });

  test("I-15 a kind of a later version is kept as it came", () => {
    const { usable } = siftDirectives(
      [message(1, { kind: "sampling-plan", id: "SP-1", body: { size: 5 } })],
      0,
    );
    expect(usable).toMatchObject([{ kind: "sampling-plan", body: { size: 5 } }]);
  });

  test("I-15 fields of a later version are kept as they came", () => {
    const { usable } = siftDirectives([message(1, { body: { ...message(1).body, urgent: true } })], 0);
    expect(usable[0]?.body).toMatchObject({ urgent: true });
  });

  test("a removal needs no body", () => {
    expect(siftDirectives([message(1, { body: null })], 0).usable).toHaveLength(1);
  });
});
