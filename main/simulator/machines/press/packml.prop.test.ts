import fc from "fast-check";
import { expect, test } from "vitest";
import type { Activity } from "../conditions.ts";
import { type Packml, type PackmlState, stepPackml } from "./packml.ts";

/** Transitions of ISA-TR88.00.02 that a press may take, state complete included. */
const ALLOWED: Readonly<Record<PackmlState, readonly PackmlState[]>> = {
  Clearing: ["Stopped", "Aborting"],
  Stopped: ["Resetting", "Aborting"],
  Starting: ["Execute", "Holding", "Stopping", "Aborting"],
  Idle: ["Starting", "Stopping", "Aborting"],
  Suspended: ["Unsuspending", "Holding", "Stopping", "Aborting"],
  Execute: ["Completing", "Holding", "Suspending", "Stopping", "Aborting"],
  Stopping: ["Stopped", "Aborting"],
  Aborting: ["Aborted"],
  Aborted: ["Clearing"],
  Holding: ["Held", "Stopping", "Aborting"],
  Held: ["Unholding", "Stopping", "Aborting"],
  Unholding: ["Execute", "Holding", "Stopping", "Aborting"],
  Suspending: ["Suspended", "Holding", "Stopping", "Aborting"],
  Unsuspending: ["Execute", "Holding", "Stopping", "Aborting"],
  Resetting: ["Idle", "Stopping", "Aborting"],
  Completing: ["Complete", "Stopping", "Aborting"],
  Complete: ["Resetting", "Stopping", "Aborting"],
};
const ACTIVITIES: readonly Activity[] = [
  "running",
  "idle",
  "stopped",
  "set-up",
  "break",
  "starved",
  "blocked",
  "fault",
];
const GOAL: Readonly<Record<Activity, PackmlState>> = {
  running: "Execute",
  idle: "Idle",
  stopped: "Stopped",
  "set-up": "Stopped",
  break: "Held",
  starved: "Suspended",
  blocked: "Suspended",
  fault: "Aborted",
};

function settled(packml: Packml, wanted: Activity): Packml {
  let now = packml;
  for (let step = 0; step < 300; step += 1) now = stepPackml(now, wanted, 100);
  return now;
}

test("PackML: only transitions of the standard, and every wish is reached from wherever it stands", () => {
  const wishes = fc.array(fc.tuple(fc.constantFrom(...ACTIVITIES), fc.integer({ min: 1, max: 40 })));
  fc.assert(
    fc.property(wishes, fc.constantFrom(...ACTIVITIES), (history, last) => {
      let now: Packml = { state: "Stopped", inStateMs: 0 };
      for (const [wanted, steps] of history) {
        for (let step = 0; step < steps; step += 1) {
          const next = stepPackml(now, wanted, 100);
          if (next.state !== now.state) expect(ALLOWED[now.state]).toContain(next.state);
          now = next;
        }
      }
      expect(settled(now, last).state).toBe(GOAL[last]);
    }),
  );
});
