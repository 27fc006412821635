import type { ToldAlarm } from "../../../shared/domain/machines/alarms/alarm-notice.ts";

/** A grave alarm of a lathe, as its controller tells it by event. */
export const CHIPS_JAM = {
  kind: "told",
  key: "jam",
  isActive: true,
  code: "510220",
  title: "Chips",
  text: "Chips jam",
  severity: 800,
  sourceUtc: "2026-06-10T08:00:00.000Z",
} as const satisfies ToldAlarm;
