import type { LiveValueView, MachineView } from "../../../shared/screen/screen-model.ts";
import { useNowMs } from "../app/clock-context.ts";
import { roughly } from "../text/elapsed.ts";
import { useText } from "../text/use-text.ts";
import { isStale } from "./signal-age.ts";

const FRESH_MS = 5_000;

export interface ValueNote {
  readonly note: string;
  /** Hatched: it may not be so any more, or the machine itself does not trust it. */
  readonly stale: boolean;
}

/** How old a value is, and whether it may be believed. A value that stays the same is not old while the machine is heard. */
export function useValueNote(): (value: LiveValueView, machine: MachineView) => ValueNote {
  const t = useText();
  const nowMs = useNowMs();
  return ({ quality, atUtc, signalId }, machine) => {
    if (quality === "none" || atUtc === null) return { note: t("machine.no-counter"), stale: true };
    if (quality === "bad") return { note: t("machine.value-bad"), stale: true };
    const ageMs = Math.max(0, nowMs - Date.parse(atUtc));
    const silent = machine.link?.staleSignalIds.includes(signalId) ?? false;
    if (silent || isStale(machine, nowMs))
      return { note: t("machine.value-old", { duration: roughly(ageMs, t) }), stale: true };
    if (quality === "uncertain") return { note: t("machine.value-uncertain"), stale: true };
    const note =
      ageMs < FRESH_MS ? t("machine.value-now") : t("machine.value-for", { duration: roughly(ageMs, t) });
    return { note, stale: false };
  };
}
