import { z } from "zod";
import { machineStateSchema } from "../machines/machine-state.ts";

const stopId = z.uuid();
const ms = z.int().nonnegative();

/** An alarm or a value around the beginning of a stop; `beforeMs` is negative for what came just after it. */
const stopCauseSchema = z.looseObject({
  signalId: z.string(),
  kind: z.enum(["alarm", "value"]),
  name: z.string().max(200),
  text: z.string().max(200),
  beforeMs: z.int(),
});

export const stopEvents = {
  /** The id of this event is the stopId. Its reason is unknown until a person gives one. */
  "stop.began": z.looseObject({
    machineId: z.string(),
    workUnit: z.string().nullable(),
    /** standing: the machine stood; no-data: nobody knows what it did, which is never counted as standing. */
    kind: z.enum(["standing", "no-data"]),
    state: machineStateSchema,
    agoMs: ms,
    causes: z.array(stopCauseSchema).max(20),
  }),
  "stop.cause-seen": z.looseObject({ stopId, cause: stopCauseSchema }),
  "stop.ended": z.looseObject({
    stopId,
    agoMs: ms,
    /** By the monotonic clock; across a restart of the computer estimated by the wall clock. */
    durationMs: ms,
    /** Not longer than the machine's threshold: a loss of speed, nobody is asked for a reason. */
    isMicro: z.boolean(),
    /** What the machine did then. */
    state: machineStateSchema,
  }),
  /** A person says why. A later one corrects it. */
  "stop.qualified": z.looseObject({ stopId, reasonCode: z.string() }),
} as const;
