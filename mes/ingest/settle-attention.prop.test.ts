import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Attention } from "../../shared/protocol/attention.ts";
import { type AttentionStep, settleAttention } from "./settle-attention.ts";

/*
 * Invariant: closing and opening what the steps come to leaves the same open lines as taking the steps one by one.
 * Worst outcome if violated: a call for help that no page shows.
 */

const id = fc.constantFrom("a", "b", "c");

function line(lineId: string, step: number): Attention {
  const sinceUtc = new Date(step * 1_000).toISOString();
  return { kind: "help-call", id: lineId, stationId: "WS-1", sinceUtc, category: "lead", jobOrderId: null };
}

const steps = fc
  .array(fc.record({ id, opens: fc.boolean() }), { maxLength: 12 })
  .map((drafts) =>
    drafts.map(
      (draft, index): AttentionStep =>
        draft.opens
          ? { kind: "attention-opened", attention: line(draft.id, index) }
          : { kind: "attention-closed", id: draft.id },
    ),
  );
const openBefore = fc.uniqueArray(id).map((ids) => ids.map((one) => line(one, -1)));

function open(lines: Map<string, Attention>, attention: Attention): void {
  if (!lines.has(attention.id)) lines.set(attention.id, attention);
}

function byId(lines: readonly Attention[]): Map<string, Attention> {
  return new Map(lines.map((one) => [one.id, one]));
}

describe("settling the steps of a batch", () => {
  test("I-8 leaves the same open lines as the steps one by one", () => {
    fc.assert(
      fc.property(openBefore, steps, (before, many) => {
        const stepwise = byId(before);
        for (const step of many)
          if (step.kind === "attention-opened") open(stepwise, step.attention);
          else stepwise.delete(step.id);
        const atOnce = byId(before);
        const change = settleAttention(many);
        for (const one of change.closed) atOnce.delete(one);
        for (const one of change.opened) open(atOnce, one);
        expect(atOnce).toEqual(stepwise);
        expect(new Set(change.opened.map((one) => one.id)).size).toBe(change.opened.length);
      }),
    );
  });
});
