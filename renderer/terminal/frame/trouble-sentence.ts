import type { SyncView } from "../../../shared/screen/screen-model.ts";
import { roughly } from "../text/elapsed.ts";
import type { Text } from "../text/use-text.ts";

/** Why a person must act, in one sentence. */
export function troubleSentence(
  trouble: NonNullable<SyncView["trouble"]>,
  { clockOffMs }: Pick<SyncView, "clockOffMs">,
  t: Text,
): string {
  return t(`sync.trouble-long.${trouble}`, { off: roughly(Math.abs(clockOffMs), t) });
}
