import { z } from "zod";

/** A node with its namespace by URI, as in the rest of a mapping. */
const node = z
  .string()
  .regex(/^nsu=[^;]+;[isgb]=.+$/)
  .max(400);

/** Browse names from the event downwards, each with its namespace by URI: `nsu=<uri>;<name>`. */
const eventField = z
  .array(
    z
      .string()
      .regex(/^nsu=[^;]+;.+$/)
      .max(200),
  )
  .min(1)
  .max(5);

/** Where a machine tells its alarms by OPC UA events, and how they are to be read. */
export const alarmSourceSchema = z.strictObject({
  /** Name within the machine, distinct from its signals; its alarms are stored under it. */
  sourceId: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/),
  /** What people read before the code of an alarm: "Alarm 700210". */
  name: z.string().min(1).max(80).default("Alarm"),
  /** Object that tells the events. */
  notifier: node,
  /**
   * condition: alarms come and go (OPC 10000-9 and what builds on it: AlertType of OPC 40501), and those that are there can
   * be asked for. message: single events of any type, which are there for `messageSeconds` or until one says their end.
   */
  kind: z.enum(["condition", "message"]).default("condition"),
  /** What makes an alarm the same one: its condition; or its source and code, where each time has a condition of its own. */
  sameBy: z.enum(["condition", "source-and-code"]).default("condition"),
  /** Field that holds the machine's code of the alarm; left out: it has none. */
  codeField: eventField.optional(),
  /** Messages only: the alarm is over once this field holds something (EndTime). */
  endField: eventField.optional(),
  /** Messages only: without a word of its end an alarm is there for so long. */
  messageSeconds: z.number().positive().max(86_400).default(60),
  /** Messages only: the types that are alarms, exactly; left out: all. */
  eventTypes: z.array(node).min(1).max(20).optional(),
  /** What is less grave (OPC UA severity, 1 to 1000) is no alarm. */
  severityAtLeast: z.int().min(1).max(1_000).default(1),
  /** So many events the machine keeps while the way to it is cut. */
  queueSize: z.int().min(1).max(10_000).default(1_000),
  /**
   * Who takes an acknowledgement. machine: Takt calls Acknowledge of the condition, the only thing it ever writes to a
   * machine; for a lead to allow. station: it is recorded, and nothing is written.
   */
  acknowledge: z.enum(["station", "machine"]).default("station"),
});
export type AlarmSource = z.infer<typeof alarmSourceSchema>;

/** @returns what no field alone can show; undefined: nothing */
export function faultOfSource(source: AlarmSource): string | undefined {
  const { kind, sameBy, endField, eventTypes, acknowledge } = source;
  if (kind === "message" && acknowledge === "machine") {
    return "A message cannot be acknowledged at the machine: only a condition can";
  }
  if (kind === "message" && sameBy === "condition")
    return "A message has no condition: sameBy source-and-code";
  if (kind === "condition" && (endField !== undefined || eventTypes !== undefined)) {
    return "A condition tells its end itself: endField and eventTypes are for messages";
  }
  return undefined;
}
