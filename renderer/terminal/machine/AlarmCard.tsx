import { IconCircleCheck } from "@tabler/icons-react";
import type { LiveValueView, MachineView } from "../../../shared/screen/screen-model.ts";
import { Key } from "../../ui/Key.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { StateShape } from "../../ui/StateShape.tsx";
import { useNowMs } from "../app/clock-context.ts";
import { useScreen } from "../app/screen-context.ts";
import { roughly } from "../text/elapsed.ts";
import { useText } from "../text/use-text.ts";
import styles from "./AlarmCard.module.css";
import { atMs, worstAlarmFirst } from "./active-alarms.ts";

interface AlarmCardProps {
  readonly machine: MachineView;
  readonly alarms: readonly LiveValueView[];
}

/** The gravest active alarm, of those the newest, in the machine's own words, how many there are, and the stop it led to. */
export function AlarmCard({ machine, alarms }: AlarmCardProps) {
  const { open } = useScreen();
  const t = useText();
  const nowMs = useNowMs();
  const newest = worstAlarmFirst(alarms)[0];
  if (newest === undefined) {
    return (
      <Panel title={t("machine.alarms")}>
        <p className={styles.none}>
          <IconCircleCheck size={32} aria-hidden="true" />
          {t("machine.no-alarm")}
        </p>
      </Panel>
    );
  }
  const title = typeof newest.value === "string" ? newest.value : newest.name;
  const active = t("machine.alarm-active", { duration: roughly(nowMs - atMs(newest), t) });
  const { stop } = machine;
  return (
    <section className={styles.card} data-state="stopped">
      <header className={styles.head}>
        <StateShape state="stopped" size={40} />
        <div className={styles.words}>
          <h2 className={styles.title} data-clip>
            {title}
          </h2>
          <p data-clip>{title === newest.name ? active : `${newest.name}, ${active}`}</p>
        </div>
      </header>
      <div className={styles.foot}>
        <p className={styles.todo}>
          {alarms.length > 1
            ? t("machine.alarms-more", { count: alarms.length - 1 })
            : t("machine.alarm-todo")}
        </p>
        {stop !== null && stop.reason === null && (
          <Key className={styles.key} onPress={() => open({ kind: "stop", stopId: stop.stopId })}>
            {t("machine.give-reason")}
          </Key>
        )}
      </div>
    </section>
  );
}
