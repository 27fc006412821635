import { createHash } from "node:crypto";
import { LONGEST_ALARM_KEY } from "../../../../shared/domain/machines/alarms/alarm-notice.ts";
import { plainWords } from "../../../../shared/lib/plain-words.ts";

/** What an alarm is known by, readable while it is short: identifiers of nodes may be thousands of characters long. */
export function alarmKey(identity: string): string {
  const words = plainWords(identity, LONGEST_ALARM_KEY + 1);
  if (words === identity && words.length <= LONGEST_ALARM_KEY) return words;
  return createHash("sha256").update(identity).digest("hex");
}
