import { z } from "zod";
import { alarmSourceSchema } from "../../../shared/domain/machines/alarms/alarm-source.ts";
import type { PastAlarm } from "../../../shared/domain/machines/alarms/past-alarms.ts";
import { signalMappingSchema } from "../../../shared/domain/machines/mapping.ts";
import type { MachineTrend } from "../../../shared/screen/machine-trend.ts";

/** What the thread of the trends is asked; the window is the station's to say, so that no screen's clock matters. */
export const trendRequestSchema = z.strictObject({
  requestId: z.int(),
  machineId: z.string(),
  signals: z.array(z.strictObject({ signalId: z.string(), scale: z.number() })),
  fromMs: z.number(),
  toMs: z.number(),
  points: z.int(),
  /** Where the machine tells alarms; empty: they are not asked for. */
  alarmSources: z.array(alarmSourceSchema),
  alarmSignals: z.array(signalMappingSchema),
});
export type TrendRequest = z.infer<typeof trendRequestSchema>;

/** What the thread answers: without the people, whom only the station knows. */
export type ReadTrend = Omit<MachineTrend, "alarms"> & { readonly alarms: readonly PastAlarm[] };
