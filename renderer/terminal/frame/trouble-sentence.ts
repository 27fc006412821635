import type { SyncView } from "../../../shared/screen/screen-model.ts";
import { isLineFault, type SyncTrouble } from "../../../shared/screen/sync-trouble.ts";
import { roughly } from "../text/elapsed.ts";
import type { Text } from "../text/use-text.ts";

type ClockOff = Pick<SyncView, "clockOffMs">;

/** Why a person must act, in one sentence. */
export function troubleSentence(trouble: SyncTrouble, { clockOffMs }: ClockOff, t: Text): string {
  const off = roughly(Math.round(Math.abs(clockOffMs) / 1_000) * 1_000, t);
  return t(`sync.trouble-long.${trouble}`, { off });
}

/** The same with what it means for the bookings here, and what IT looks at first. */
export function troubleInFull(trouble: SyncTrouble, clockOff: ClockOff, t: Text): string {
  const sentence = troubleSentence(trouble, clockOff, t);
  if (isLineFault(trouble))
    return [sentence, t("sync.nothing-sent"), t(`sync.trouble-it.${trouble}`)].join(" ");
  return trouble === "unknown-mes" ? `${sentence} ${t(`sync.trouble-it.${trouble}`)}` : sentence;
}
