import type { PastAlarmView } from "../../../shared/screen/alarm-facts.ts";
import { RowWords } from "../frame/RowWords.tsx";
import { roughly } from "../text/elapsed.ts";
import { useWording } from "../text/wording.ts";
import styles from "./AlarmsSheet.module.css";

/** An alarm that came and went: when, and who had seen it. */
export function PastAlarmRow({ alarm }: { readonly alarm: PastAlarmView }) {
  const { t, time } = useWording();
  const { name, text, fromMs, toMs, seen } = alarm;
  const [from, to] = [time.clock(fromMs), time.clock(toMs)];
  const span = t("machine.alarm-from-to", { from, to, duration: roughly(toMs - fromMs, t) });
  const by = seen && {
    name: seen.personName ?? t("machine.alarm-nobody"),
    time: time.clock(seen.atUtc),
  };
  return (
    <li className={styles.row} data-past>
      <RowWords title={text} second={text === name ? span : `${name}, ${span}`} />
      <span className={styles.seen} data-clip>
        {by === null ? t("machine.alarm-unseen") : t("machine.acknowledged-by", by)}
      </span>
    </li>
  );
}
