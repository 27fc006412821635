import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MachineInput } from "./machine-input.ts";
import { machineStates } from "./machine-state.ts";
import { type MachineWatch, watchFrom } from "./machine-watch.ts";
import { observe, observeAll } from "./observe.ts";
import { intervalsOf, rulesWith } from "./testing/timeline.ts";

type WithoutTime<Input> = Input extends unknown ? Omit<Input, "atMs"> : never;

/** What may come, without its time. */
const what: fc.Arbitrary<WithoutTime<MachineInput>> = fc.oneof(
  fc.record({
    kind: fc.constant("said"),
    signalId: fc.constantFrom("state", "fault-bit"),
    says: fc.constantFrom(...machineStates, "no-opinion"),
    raw: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant("mode"),
    mode: fc.constantFrom("production", "production", "set-up", "maintenance"),
  }),
  fc.record({ kind: fc.constant("piece") }),
  fc.record({ kind: fc.constant("heard") }),
  fc.record({ kind: fc.constant("link"), isUp: fc.boolean() }),
  fc.record({ kind: fc.constant("planned"), isPlanned: fc.boolean() }),
  fc.record({
    kind: fc.constant("order"),
    order: fc.constantFrom("running", "none", "elsewhere"),
    cycleMs: fc.constantFrom(null, 10_000),
  }),
  fc.record({
    kind: fc.constant("cause"),
    reading: fc.record({
      signalId: fc.constantFrom("a", "b"),
      kind: fc.constantFrom("alarm", "value"),
      name: fc.constant("A"),
      text: fc.constantFrom("on", "other"),
      isActive: fc.boolean(),
    }),
  }),
);

/** Inputs in order of time, as they lie in a store. */
const history: fc.Arbitrary<readonly MachineInput[]> = fc
  .array(fc.record({ what, waitMs: fc.integer({ min: 0, max: 90_000 }) }), { maxLength: 60 })
  .map((steps) => {
    let atMs = 0;
    return steps.map((step): MachineInput => {
      atMs += step.waitMs;
      return { ...step.what, atMs };
    });
  });

const rules = fc
  .record({
    stateFrom: fc.constantFrom("signal", "counts", "both"),
    cycleSeconds: fc.constantFrom(5, 60),
    silentSeconds: fc.constantFrom(null, 20),
    linkGraceSeconds: fc.constantFrom(0, 2, 30),
    noDataStopSeconds: fc.constantFrom(0, 120),
  })
  .map(rulesWith);

const start = watchFrom(undefined, 0);
const endOf = (inputs: readonly MachineInput[]): number => (inputs.at(-1)?.atMs ?? 0) + 600_000;

/** Ticks at any times between the inputs, as a live station has them and a replay has not. */
function withTicks(inputs: readonly MachineInput[], ticks: readonly number[]): readonly MachineInput[] {
  const all = [...inputs, ...ticks.map((atMs): MachineInput => ({ kind: "time", atMs }))];
  return all.sort((left, right) => left.atMs - right.atMs);
}

describe("observing a machine", () => {
  test("MS-14 live, in batches and ticked at any times, gives the same as a replay of the store", () => {
    fc.assert(
      fc.property(
        history,
        rules,
        fc.array(fc.integer({ min: 0, max: 5_400_000 }), { maxLength: 60 }),
        (inputs, rule, ticks) => {
          const end: MachineInput = { kind: "time", atMs: endOf(inputs) };
          const replayed = observeAll(start, [...inputs, end], rule);
          const early = ticks.filter((tick) => tick <= end.atMs);
          const live = observeAll(start, [...withTicks(inputs, early), end], rule);
          expect(live).toEqual(replayed);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test("MS-14 a watch that went through JSON between any two inputs goes on the same", () => {
    fc.assert(
      fc.property(history, rules, (inputs, rule) => {
        let watch = start;
        for (const input of inputs) {
          const kept = JSON.parse(JSON.stringify(watch)) as MachineWatch;
          expect(observe(kept, input, rule)).toEqual(observe(watch, input, rule));
          watch = observe(watch, input, rule).watch;
        }
      }),
      { numRuns: 300 },
    );
  });

  test("MS-15 every moment has one state: no time is negative, and all times add up to the window", () => {
    fc.assert(
      fc.property(history, rules, (inputs, rule) => {
        const toMs = endOf(inputs);
        const { changes } = observeAll(start, [...inputs, { kind: "time", atMs: toMs }], rule);
        const intervals = intervalsOf(changes, { state: start.state, fromMs: 0, toMs });
        for (const { fromMs, toMs: until } of intervals) expect(until - fromMs).toBeGreaterThanOrEqual(0);
        expect(intervals.reduce((sum, one) => sum + one.toMs - one.fromMs, 0)).toBe(toMs);
        for (const [index, { state }] of intervals.slice(1).entries()) {
          expect(state).not.toBe(intervals[index]?.state);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test("MS-15 C3 a clock that goes back makes no time negative and loses none", () => {
    const jumps = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { maxLength: 60 });
    fc.assert(
      fc.property(history, rules, jumps, (inputs, rule, offsets) => {
        const jumped = inputs.map((input, index) => ({ ...input, atMs: input.atMs + (offsets[index] ?? 0) }));
        const { watch, changes } = observeAll(start, jumped, rule);
        const intervals = intervalsOf(changes, { state: start.state, fromMs: 0, toMs: watch.nowMs });
        for (const one of intervals) expect(one.toMs - one.fromMs).toBeGreaterThanOrEqual(0);
        expect(intervals.reduce((sum, one) => sum + one.toMs - one.fromMs, 0)).toBe(watch.nowMs);
      }),
      { numRuns: 1_000 },
    );
  });

  test("MS-16 stops begin and end in turn, never overlap, last as long as they say, and no silence is inside a standing one", () => {
    fc.assert(
      fc.property(history, rules, (inputs, rule) => {
        const toMs = endOf(inputs);
        const { changes } = observeAll(start, [...inputs, { kind: "time", atMs: toMs }], rule);
        const silences = intervalsOf(changes, { state: start.state, fromMs: 0, toMs }).filter(
          ({ state }) => state === "no-data",
        );
        let open: { readonly fromMs: number; readonly stop: string } | undefined;
        let lastMs = 0;
        for (const change of changes) {
          if (change.kind === "stop-began") {
            expect(open).toBeUndefined();
            expect(change.fromMs).toBeGreaterThanOrEqual(lastMs);
            open = change;
          }
          if (change.kind !== "stop-ended") continue;
          const { fromMs, stop } = open ?? { fromMs: Number.NaN, stop: "" };
          expect(change.durationMs).toBe(change.fromMs - fromMs);
          expect(change.durationMs).toBeGreaterThanOrEqual(0);
          const within = silences.filter((one) => one.fromMs < change.fromMs && one.toMs > fromMs);
          if (stop === "standing" && change.durationMs > 0) expect(within).toEqual([]);
          lastMs = change.fromMs;
          open = undefined;
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
