import fc from "fast-check";
import { expect, test } from "vitest";
import { threeShiftDay } from "../shifts/three-shift-day.ts";
import { freshHistory, type History, instantAt, record, wait } from "../testing/history.ts";
import { sampleMasterData as master } from "../testing/sample-plant.ts";
import { decideEndings } from "./decide-endings.ts";
import { activePerson } from "./signed-in.ts";

const people = ["P-1001", "P-1002", "P-1003"] as const;
const times = { idleMs: 300_000, leadMs: 60_000, afterShiftMs: 900_000, withoutOrderMs: 1_800_000 };

type Step =
  | { readonly kind: "wait"; readonly ms: number; readonly wallMs: number }
  | { readonly kind: "badge"; readonly personId: string }
  | { readonly kind: "touch" };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("wait" as const),
    ms: fc.integer({ min: 0, max: 400_000 }),
    wallMs: fc.integer({ min: -1e12, max: 1e12 }),
  }),
  fc.record({ kind: fc.constant("badge" as const), personId: fc.constantFrom(...people) }),
  fc.constant({ kind: "touch" as const }),
);

interface Run {
  readonly history: History;
  readonly touched: ReadonlyMap<string, number>;
  readonly provedMs: ReadonlyMap<string, number>;
}

/** What the station does with one step, its wall clock being anywhere. */
function next({ history, touched, provedMs }: Run, done: Step, settles: boolean): Run {
  if (done.kind === "badge") {
    const payload = { personId: done.personId, method: "badge" } as const;
    const here = record(history, [{ type: "person.signed-in", jobOrder: null, payload }]);
    return { history: here, touched, provedMs: new Map([...provedMs, [done.personId, history.nowMs]]) };
  }
  if (done.kind === "touch") {
    const after = settle({ history, touched, provedMs }, 0);
    const active = activePerson(after.state)?.personId;
    const now = active === undefined ? touched : new Map([...touched, [active, history.nowMs]]);
    return { history: after, touched: now, provedMs };
  }
  const later = { history: wait(history, done.ms), touched, provedMs };
  return settles ? { ...later, history: settle(later, done.wallMs) } : later;
}

function settle({ history, touched }: Run, wallMs: number): History {
  const at = instantAt(history.nowMs);
  const drafts = decideEndings(
    { state: history.state, master },
    {
      at: { ...at, atUtc: new Date(Date.parse(at.atUtc) + wallMs).toISOString() },
      times,
      attendance: {
        touchedAt: new Map([...touched].map(([personId, ms]) => [personId, instantAt(ms)])),
        busyAt: at,
      },
      calendar: threeShiftDay("UTC"),
    },
  );
  return record(history, drafts);
}

const fresh: Run = { history: freshHistory, touched: new Map(), provedMs: new Map() };

test("ST-8 ST-9 O3 C2 nobody acts without a badge or a touch of their own in time, wherever the wall clock is", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let run = fresh;
      for (const done of steps) {
        run = next(run, done, true);
        const state = settle(run, 0);
        const active = activePerson(state.state);
        if (active === undefined) continue;
        const proved = run.provedMs.get(active.personId) ?? Number.NaN;
        const lifeMs = Math.max(proved, run.touched.get(active.personId) ?? proved);
        expect(run.history.nowMs - lifeMs).toBeLessThan(times.idleMs);
        if (active.personId === "P-1003" && active.rights === "all") {
          expect(run.history.nowMs - proved).toBeLessThan(times.leadMs);
        }
      }
    }),
  );
});

test("ST-8 an end is recorded once, and whether it is looked for each second or late makes no difference to who may act", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let [often, late] = [fresh, fresh];
      for (const done of steps) {
        often = next(often, done, true);
        late = next(late, done, false);
      }
      const [one, other] = [settle(often, 0), settle(late, 0)];
      expect(settle({ ...often, history: one }, 0).events).toHaveLength(one.events.length);
      expect(activePerson(other.state) === undefined).toBe(activePerson(one.state) === undefined);
    }),
  );
});
