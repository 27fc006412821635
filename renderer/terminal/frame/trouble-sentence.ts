import type { SyncView } from "../../../shared/screen/screen-model.ts";
import type { SyncTrouble } from "../../../shared/screen/sync-trouble.ts";
import { roughly } from "../text/elapsed.ts";
import type { Wording } from "../text/wording.ts";

/**
 * Why a person must act, in one sentence. Whether a certificate has ended is judged by the clock of this station, so that one
 * names the time.
 */
export function troubleSentence(
  trouble: SyncTrouble,
  { clockOffMs }: Pick<SyncView, "clockOffMs">,
  { t, time, nowMs }: Wording,
): string {
  const clock = `${time.date(new Date(nowMs).toISOString())}, ${time.clock(nowMs)}`;
  const off = roughly(Math.round(Math.abs(clockOffMs) / 1_000) * 1_000, t);
  return t(`sync.trouble-long.${trouble}`, { off, clock });
}
