import fc from "fast-check";
import { expect, test } from "vitest";
import {
  IDLE,
  onKey,
  onSilence,
  TORN_AFTER_MS,
  type WedgeKey,
  type WedgeState,
  type WedgeStep,
} from "./wedge-capture.ts";

const NAMED = ["Enter", "Tab", "Escape", "Backspace", "Shift", "Control", "Dead", "F5", "ArrowUp", "~", " "];

const anyKey = fc.record({
  key: fc.oneof(fc.string({ minLength: 1, maxLength: 1, unit: "grapheme-ascii" }), fc.constantFrom(...NAMED)),
  ctrl: fc.boolean(),
  alt: fc.boolean(),
  meta: fc.boolean(),
  repeat: fc.boolean(),
  gapMs: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 66 }) },
    { weight: 1, arbitrary: fc.integer({ min: 67, max: 900 }) },
  ),
});

const labelText = fc.string({
  minLength: 1,
  maxLength: 40,
  unit: fc.constantFrom(...Array.from("ABCWO0123456789")),
});

function plain(key: string, atMs: number): WedgeKey {
  return { key, ctrl: false, alt: false, meta: false, repeat: false, atMs };
}

test("K2 whatever came before, a scan after a silence is captured whole and none of its keys leaks", () => {
  fc.assert(
    fc.property(
      fc.array(anyKey),
      labelText,
      fc.array(fc.integer({ min: 0, max: 66 }), { minLength: 42, maxLength: 42 }),
      (noise, text, gaps) => {
        let { state, atMs } = replay(noise);
        atMs += 2 * TORN_AFTER_MS;
        state = onSilence(state, atMs).state;
        const scans: string[] = [];
        for (const [index, key] of ["~", ...text.split(""), "Enter"].entries()) {
          atMs += gaps[index] ?? 0;
          const step = onKey(state, plain(key, atMs));
          expect(step.swallow).toBe(true);
          if (step.scan !== null) scans.push(step.scan);
          state = step.state;
        }
        expect(scans).toEqual([text]);
      },
    ),
  );
});

test("K2 no stream of keys lets one through between a prefix and the end of its scan", () => {
  fc.assert(
    fc.property(fc.array(anyKey, { maxLength: 200 }), (keys) => {
      const leaked = replay(keys).log.filter(({ before, key, step }) => {
        const isInside = before.kind === "capturing" && key.atMs - before.lastKeyAtMs < TORN_AFTER_MS;
        return isInside && !step.swallow;
      });
      expect(leaked).toEqual([]);
    }),
  );
});

test("K2 every scan that did not end in Enter or Tab says that it is damaged", () => {
  fc.assert(
    fc.property(fc.array(anyKey, { maxLength: 200 }), (keys) => {
      const torn = replay(keys).log.filter(
        ({ key, step }) => step.scan !== null && !["Enter", "Tab"].includes(key.key),
      );
      expect(torn.filter(({ step }) => step.scan?.endsWith("\u0018") !== true)).toEqual([]);
    }),
  );
});

interface Replayed {
  readonly before: WedgeState;
  readonly key: WedgeKey;
  readonly step: WedgeStep;
}

function replay(keys: readonly (Omit<WedgeKey, "atMs"> & { gapMs: number })[]) {
  const log: Replayed[] = [];
  let state = IDLE;
  let atMs = 0;
  for (const { gapMs, ...rest } of keys) {
    atMs += gapMs;
    const key = { ...rest, atMs };
    const step = onKey(state, key);
    log.push({ before: state, key, step });
    state = step.state;
  }
  return { state, atMs, log };
}
