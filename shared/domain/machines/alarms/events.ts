import { z } from "zod";

const machineId = z.string().max(40);
/** As a cause of stops. */
const alarmId = z.string().max(240);

/**
 * What became of an acknowledgement at the machine. already: somebody else was first. changed: the machine knows the event
 * no more. denied: this station may not. not-sent: there was no session. unanswered: sent, and nobody knows.
 */
export const acknowledgeOutcome = z.enum([
  "accepted",
  "already",
  "changed",
  "denied",
  "refused",
  "not-sent",
  "unanswered",
]);
export type AcknowledgeOutcome = z.infer<typeof acknowledgeOutcome>;

/** A person has seen an alarm; what the machine says to that is a fact of its own. */
export const alarmEvents = {
  "alarm.acknowledged": z.looseObject({
    machineId,
    alarmId,
    name: z.string().max(200),
    text: z.string().max(200),
    /** OPC UA severity; null: the machine tells none. */
    severity: z.int().min(0).max(1_000).nullable(),
    /** What tells this coming of the alarm from others. */
    came: z.string().max(40),
    /** What the acknowledgement names: the machine's event, else the coming. */
    occurrence: z.string().max(128),
    takenBy: z.enum(["machine", "station"]),
  }),
  "alarm.acknowledgement-answered": z.looseObject({
    acknowledgedEventId: z.uuid(),
    machineId,
    alarmId,
    outcome: acknowledgeOutcome,
    /** The machine's own word, e.g. "BadUserAccessDenied"; null: it gave none. */
    status: z.string().max(80).nullable(),
  }),
} as const;
