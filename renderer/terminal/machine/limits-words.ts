import type { NormalLimits } from "../../../shared/domain/machines/mapping.ts";
import { beyondLimits } from "../../../shared/domain/machines/normal-limits.ts";
import type { LiveValueView } from "../../../shared/screen/screen-model.ts";
import type { NumberWords } from "../text/use-number.ts";
import type { Text } from "../text/use-text.ts";
import { unitSign } from "./unit-sign.ts";
import { numberWords } from "./value-words.ts";

interface Language {
  readonly t: Text;
  readonly number: NumberWords;
}

/** "above 420 °C"; null: the value is inside of its limits, or nobody said any. */
export function limitsWords(
  { value, limits, unit }: Pick<LiveValueView, "value" | "limits" | "unit">,
  { t, number }: Language,
): string | null {
  const beyond = beyondLimits(value, limits);
  if (beyond === null || limits === null) return null;
  const limit = numberWords(limits[beyond] ?? 0, number);
  return t(`machine.beyond-${beyond}`, { limit, unit: unitSign(unit) }).trim();
}

/** "normal 380 to 420 °C" */
export function normalWords({ low, high }: NormalLimits, unit: string, { t, number }: Language): string {
  const words = (limit: number | null) => (limit === null ? "" : numberWords(limit, number));
  if (low === null) return t("machine.normal-to", { to: words(high), unit }).trim();
  if (high === null) return t("machine.normal-from", { from: words(low), unit }).trim();
  return t("machine.normal", { from: words(low), to: words(high), unit }).trim();
}
