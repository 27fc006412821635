import { type Language, textIn } from "../../../shared/domain/people/localized-text.ts";
import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";
import type { Text } from "../text/use-text.ts";

export function pauseWords(order: ActiveOrderView, language: Language, t: Text): string {
  if (order.pauseReason === null) return t("home.paused-plain");
  return t("home.paused", { reason: textIn(order.pauseReason, language) });
}
