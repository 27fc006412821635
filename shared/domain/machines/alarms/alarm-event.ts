import { plainWords } from "../../../lib/plain-words.ts";
import { alarmEventId, LONGEST_ALARM_CODE, LONGEST_ALARM_TEXT, type ToldAlarm } from "./alarm-notice.ts";
import type { AlarmSource } from "./alarm-source.ts";

/** An event as its driver delivers it; null: the machine has no such field. */
export interface AlarmEvent {
  /** Address of its type, with the namespace by URI. */
  readonly eventType: string | null;
  /** Address of the condition it tells of. */
  readonly conditionId: string | null;
  /** It tells of an earlier state of the condition that waits for a person (OPC 10000-9, 5.5.2). */
  readonly isBranch: boolean;
  readonly sourceNode: string | null;
  readonly sourceName: string | null;
  readonly conditionName: string | null;
  readonly isActive: boolean | null;
  readonly isRetained: boolean | null;
  readonly message: string | null;
  readonly severity: number | null;
  readonly code: string | null;
  readonly hasEnded: boolean;
  readonly sourceUtc: string | null;
  /** Name of this event in hexadecimal digits. */
  readonly eventId: string | null;
  /** AckedState; null: its condition cannot be acknowledged. */
  readonly isAcknowledged: boolean | null;
}

/**
 * What an event means as an alarm.
 *
 * @param keyOf makes a key of bounded length of what an alarm is known by
 * @returns undefined: it is no alarm
 */
export function alarmOfEvent(
  source: AlarmSource,
  event: AlarmEvent,
  keyOf: (identity: string) => string,
): ToldAlarm | undefined {
  const isMessage = source.kind === "message";
  if (isMessage ? !isWanted(source, event) : event.conditionId === null || event.isBranch) return undefined;
  const code = plainWords(event.code ?? "", LONGEST_ALARM_CODE);
  const severity = clampSeverity(event.severity);
  const isGrave = severity >= source.severityAtLeast;
  if (isMessage && !isGrave) return undefined;
  const origin = event.sourceNode ?? event.sourceName ?? "";
  const isActive = isGrave && (isMessage ? !event.hasEnded : isThere(event));
  const acknowledging = isGrave && !isMessage ? acknowledgingOf(event, isActive) : undefined;
  const identity = source.sameBy === "condition" ? (event.conditionId ?? "") : `${origin} ${code}`;
  return {
    kind: "told",
    key: keyOf(identity),
    isActive,
    code,
    title: plainWords(event.conditionName || event.sourceName || "", LONGEST_ALARM_TEXT),
    text: plainWords(event.message ?? "", LONGEST_ALARM_TEXT),
    severity,
    sourceUtc: event.sourceUtc,
    ...(acknowledging && { acknowledging }),
  };
}

/** One that is over is of interest as long as the machine retains it for somebody to acknowledge (OPC 10000-9, 5.7.2). */
function acknowledgingOf(
  { isAcknowledged, isRetained, eventId }: AlarmEvent,
  isActive: boolean,
): ToldAlarm["acknowledging"] {
  if (isAcknowledged === null || (!isActive && (isAcknowledged || isRetained !== true))) return undefined;
  return { isAcknowledged, eventId: alarmEventId.safeParse(eventId).data ?? null };
}

/**
 * A condition without ActiveState is there while it is of interest. One that is not retained is over, whatever its last
 * ActiveState: so a disabled one reads (OPC 10000-9, 5.5.2).
 */
function isThere({ isActive, isRetained }: AlarmEvent): boolean {
  return isRetained !== false && (isActive ?? isRetained === true);
}

function isWanted({ eventTypes }: AlarmSource, { eventType }: AlarmEvent): boolean {
  return eventTypes === undefined || (eventType !== null && eventTypes.includes(eventType));
}

function clampSeverity(severity: number | null): number {
  if (severity === null || !Number.isFinite(severity)) return 0;
  return Math.max(0, Math.min(1_000, Math.round(severity)));
}
