import type { z } from "zod";
import { type LocalizedText, localizedText } from "../../people/localized-text.ts";

/** What to do about an alarm, in the plant's words. */
export const adviceText = localizedText;
export type AlarmAdvice = z.infer<typeof adviceText>;

/** @param keys what an alarm is known by, the most exact first; own entries only: a machine may well say "constructor" */
export function adviceFor(
  advice: Readonly<Record<string, AlarmAdvice>> | undefined,
  keys: readonly string[],
): LocalizedText | null {
  const known = keys.find((key) => advice !== undefined && Object.hasOwn(advice, key));
  return known === undefined ? null : (advice?.[known] ?? null);
}
