import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";
import { dueLine } from "../text/due-words.ts";
import type { Text } from "../text/use-text.ts";
import type { Wording } from "../text/wording.ts";

/** "16 behind", "8 ahead": against what the plan says for this minute. */
export function deltaWords(order: Pick<ActiveOrderView, "good" | "targetNow">, t: Text): string {
  const delta = order.good - order.targetNow;
  if (delta === 0) return t("home.on-target");
  return t(delta < 0 ? "home.behind" : "home.ahead", { count: Math.abs(delta) });
}

/** "due 14:00, on time"; without a forecast only when it is due. */
export function dueNote(order: ActiveOrderView, { t, time, nowMs }: Wording): string {
  const due = { time: dueLine(order.dueUtc, nowMs, time) };
  const ready =
    order.readyAboutUtc ?? (Date.parse(order.dueUtc) < nowMs ? new Date(nowMs).toISOString() : null);
  if (ready === null) return "";
  const late = Date.parse(ready) > Date.parse(order.dueUtc);
  return t(late ? "home.due-late" : "home.due-on-time", due);
}
