import type { CauseReading } from "../machine-input.ts";

/** An alarm that is a value of the machine, since it became one. */
export interface ValueAlarm {
  readonly signalId: string;
  readonly name: string;
  readonly text: string;
  /** By the machine's own clock; null: it gave none. */
  readonly sourceUtc: string | null;
  /** Monotonic time at which it was heard first. */
  readonly cameMs: number;
}

/**
 * Takes in an alarm value. The same one sent again, with whatever time, is no news; another number or word is another
 * alarm.
 */
export function noticeValue(
  alarms: readonly ValueAlarm[],
  { signalId, name, text, isActive }: CauseReading,
  { sourceUtc, atMs }: { readonly sourceUtc: string | null; readonly atMs: number },
): readonly ValueAlarm[] {
  const before = alarms.find((alarm) => alarm.signalId === signalId);
  if (isActive && before?.text === text) return alarms;
  if (!isActive && before === undefined) return alarms;
  const others = alarms.filter((alarm) => alarm !== before);
  return isActive ? [...others, { signalId, name, text, sourceUtc, cameMs: atMs }] : others;
}
