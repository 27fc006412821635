import { z } from "zod";

/** Planned time of a week in the plant's own zone; `days` 1 is Monday. `to` at or before `from` ends the next day. */
const plannedWindow = z.strictObject({
  days: z.array(z.int().min(1).max(7)).min(1).max(7),
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  to: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
});

/** How the state of a machine follows from what it says, and what makes a stop. */
export const machineRulesSchema = z.strictObject({
  /**
   * signal: what the machine says; counts: pieces come or do not; both: the machine says it, but running without pieces
   * is idle.
   */
  stateFrom: z.enum(["signal", "counts", "both"]).default("signal"),
  /** Expected seconds of a cycle; null: the ideal cycle of the order, and without an order pieces are not missed. */
  cycleSeconds: z.number().positive().max(86_400).nullable().default(null),
  /** So many expected cycles without a piece are a standing machine, from the last piece on. */
  missingCycles: z.number().min(1).max(100).default(3),
  /** A stop up to this long is a micro-stop: a loss of speed, nobody is asked for its reason. */
  microStopSeconds: z.number().min(0).max(3_600).default(120),
  /** How long the way to the machine may be gone before that is no data. */
  linkGraceSeconds: z.number().min(0).max(60).default(2),
  /** A machine that is known to send all the time and says nothing for so long gives no data; null: it may be silent. */
  silentSeconds: z.number().positive().max(86_400).nullable().default(null),
  /** No data for longer than this is a stop that a person explains; until then it is no stop and nothing is invented. */
  noDataStopSeconds: z.number().min(0).max(86_400).default(120),
  /** Alarms and values of so long before a stop are kept with it as its possible causes. */
  causeWindowSeconds: z.number().min(0).max(600).default(30),
  /** When the machine is meant to be used; null: when its shift calendar says so. */
  planned: z.array(plannedWindow).max(30).nullable().default(null),
});
export type MachineRules = z.infer<typeof machineRulesSchema>;
