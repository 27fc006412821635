import { type Language, textIn } from "../../../shared/domain/people/localized-text.ts";
import type { ActiveOrderView, HoldView } from "../../../shared/screen/screen-model.ts";
import type { Text } from "../text/use-text.ts";

/** Why the order does not run now, or for how long it is being set up; null: it runs. */
export function standWords(order: ActiveOrderView, language: Language, t: Text): string | null {
  if (order.hold !== null) return holdWords(order.hold, t);
  if (order.state === "setting-up") return t("home.set-up", { minutes: order.setUpMinutes });
  if (order.state !== "paused") return null;
  if (order.pauseReason === null) return t("home.paused-plain");
  return t("home.paused", { reason: textIn(order.pauseReason, language) });
}

/** What the planner did, with the planner's own words where there are some. */
export function holdWords({ cause, reason, isLifted }: HoldView, t: Text): string {
  if (isLifted) return t("home.lifted");
  return reason === "" ? t(plainWords[cause]) : t(`home.${cause === "hold" ? "held" : cause}`, { reason });
}

const plainWords = {
  hold: "home.held-plain",
  cancelled: "home.cancelled-plain",
  aborted: "home.aborted-plain",
} as const;
