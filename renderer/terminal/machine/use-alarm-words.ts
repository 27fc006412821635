import { textIn } from "../../../shared/domain/people/localized-text.ts";
import type { AlarmFacts } from "../../../shared/screen/alarm-facts.ts";
import type { LiveValueView } from "../../../shared/screen/screen-model.ts";
import { useScreen } from "../app/screen-context.ts";
import { roughly } from "../text/elapsed.ts";
import type { Text } from "../text/use-text.ts";
import { useWording } from "../text/wording.ts";
import { atMs } from "./active-alarms.ts";

export interface AlarmWords {
  /** The machine's own words, else the name of the alarm. */
  readonly title: string;
  /** Its number and how long it is there. */
  readonly about: string;
  /** What to do; empty: it is over. */
  readonly advice: string;
  /** Who has seen it, and what the machine said to that; null: nobody yet. */
  readonly seen: string | null;
}

/** Everything that is said of an alarm, in the language of the person. */
export function useAlarmWords(): (value: LiveValueView) => AlarmWords {
  const { language } = useScreen();
  const { t, nowMs } = useWording();
  const seen = useSeenWords();
  return (value) => {
    const { alarm } = value;
    const title = typeof value.value === "string" ? value.value : value.name;
    const state = alarm?.isGone ? t("machine.alarm-waits") : activeWords(value, nowMs, t);
    const advice = alarm?.advice ?? null;
    return {
      title,
      about: title === value.name ? state : `${value.name}, ${state}`,
      advice:
        alarm?.isGone === true ? "" : advice === null ? t("machine.alarm-todo") : textIn(advice, language),
      seen: alarm === undefined ? null : seen(alarm),
    };
  };
}

/** A machine that gives no time does not say for how long. */
export function activeWords(value: LiveValueView, nowMs: number, t: Text): string {
  if (value.atUtc === null) return t("machine.alarm-on");
  return t("machine.alarm-active", { duration: roughly(nowMs - atMs(value), t) });
}

function useSeenWords(): (alarm: AlarmFacts) => string | null {
  const { t, time } = useWording();
  return ({ isAcknowledged, mayAcknowledge, last }) => {
    if (last === null) return isAcknowledged ? t("machine.acknowledged-there") : null;
    const by = { name: last.personName ?? t("machine.alarm-nobody"), time: time.clock(last.atUtc) };
    if (isAcknowledged) return t("machine.acknowledged-by", by);
    if (!mayAcknowledge) return t("machine.acknowledge-waits", { time: by.time });
    const isUnknown = last.outcome === null || last.outcome === "unanswered";
    return t(isUnknown ? "machine.acknowledge-unknown" : "machine.acknowledge-failed", by);
  };
}
