import type { Said } from "./derive-state.ts";
import type { SaidBySignal } from "./machine-watch.ts";

/** Of several state signals the gravest counts: a fault bit outweighs a running one. */
const gravestFirst: readonly Said[] = ["fault", "set-up", "stopped", "no-shift", "idle", "running"];

/** What all state signals say together, with the raw value behind it. No opinion at all is no data. */
export function saidBySignals(says: Readonly<Record<string, SaidBySignal>>): {
  readonly said: Said;
  readonly raw: string | null;
} {
  const all = Object.values(says);
  for (const state of gravestFirst) {
    const found = all.find((one) => one.says === state);
    if (found !== undefined) return { said: state, raw: found.raw };
  }
  return { said: "no-data", raw: all.find((one) => one.says === "no-data")?.raw ?? null };
}
