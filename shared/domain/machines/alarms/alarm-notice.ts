import { z } from "zod";

export const LONGEST_ALARM_TEXT = 200;
export const LONGEST_ALARM_CODE = 40;
export const LONGEST_ALARM_KEY = 120;

/** Name of one event in hexadecimal digits: 16 bytes as a rule, never more than 64 here. */
export const alarmEventId = z.string().regex(/^(?:[0-9a-f]{2}){1,64}$/);

/** What a machine told of its alarms, as it goes to the station and into the signal store. */
export const alarmNoticeSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("told"),
    /** The same for the same alarm, whenever it comes. */
    key: z.string().max(LONGEST_ALARM_KEY),
    isActive: z.boolean(),
    /** As the machine numbers it; empty: it has none. */
    code: z.string().max(LONGEST_ALARM_CODE),
    /** What the machine calls the condition or its source; empty: nothing. */
    title: z.string().max(LONGEST_ALARM_TEXT),
    /** The machine's own words. */
    text: z.string().max(LONGEST_ALARM_TEXT),
    /** OPC UA: 1 to 1000, from 667 on high. */
    severity: z.int().min(0).max(1_000),
    /** By the machine's own clock; null: it gave none. */
    sourceUtc: z.iso.datetime().nullable(),
    /** Left out: the machine knows nothing of acknowledgements, or it is over and wants none. */
    acknowledging: z
      .strictObject({
        isAcknowledged: z.boolean(),
        /** What an acknowledgement has to name; null: nothing that could be named. */
        eventId: alarmEventId.nullable(),
      })
      .optional(),
  }),
  /** From now on the machine says anew which alarms are there. */
  z.strictObject({ kind: z.literal("doubted") }),
  /** It has said them all: what was not named since is over. */
  z.strictObject({ kind: z.literal("settled") }),
]);
export type AlarmNotice = z.infer<typeof alarmNoticeSchema>;
export type ToldAlarm = Extract<AlarmNotice, { kind: "told" }>;

/** As the signal store keeps it, a text value of the source. */
export function storedNotice(notice: AlarmNotice): string {
  return JSON.stringify(notice);
}

/** @throws SyntaxError or ZodError when it is no text that `storedNotice` made */
export function noticeFromStore(text: string): AlarmNotice {
  return alarmNoticeSchema.parse(JSON.parse(text));
}
