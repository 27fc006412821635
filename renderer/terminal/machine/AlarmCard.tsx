import { IconCircleCheck } from "@tabler/icons-react";
import type { LiveValueView, MachineView } from "../../../shared/screen/screen-model.ts";
import { Key } from "../../ui/Key.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { StateShape } from "../../ui/StateShape.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import { AcknowledgeKey } from "./AcknowledgeKey.tsx";
import styles from "./AlarmCard.module.css";
import { openAlarmFirst } from "./active-alarms.ts";
import { useAlarmWords } from "./use-alarm-words.ts";

interface AlarmCardProps {
  readonly machine: MachineView;
  readonly alarms: readonly LiveValueView[];
}

/** The gravest alarm that nobody has seen, in the machine's own words: what to do, and the key to say that it was seen. */
export function AlarmCard({ machine, alarms }: AlarmCardProps) {
  const t = useText();
  const wordsOf = useAlarmWords();
  const shown = openAlarmFirst(alarms)[0];
  if (shown === undefined) {
    return (
      <Panel title={t("machine.alarms")}>
        <p className={styles.none}>
          <IconCircleCheck size={32} aria-hidden="true" />
          {t("machine.no-alarm")}
        </p>
      </Panel>
    );
  }
  const { title, about, advice, seen } = wordsOf(shown);
  return (
    <section className={styles.card} data-state="stopped">
      <header className={styles.head}>
        <StateShape state="stopped" size={40} />
        <div className={styles.words}>
          <h2 className={styles.title} data-clip>
            {title}
          </h2>
          <p data-clip>{about}</p>
        </div>
      </header>
      <div className={styles.foot}>
        <p className={styles.todo} data-clip>
          {seen ?? advice}
        </p>
        <AlarmFoot machine={machine} shown={shown} />
      </div>
    </section>
  );
}

interface AlarmFootProps {
  readonly machine: MachineView;
  readonly shown: LiveValueView;
}

/** To acknowledge comes before to name the stop, which also asks by itself. */
function AlarmFoot({ machine, shown }: AlarmFootProps) {
  const { open } = useScreen();
  const t = useText();
  const { stop, machineId } = machine;
  if (shown.alarm?.mayAcknowledge === true) {
    return <AcknowledgeKey stacked className={styles.key} machineId={machineId} value={shown} />;
  }
  if (stop === null || stop.reason !== null) return null;
  return (
    <Key className={styles.key} onPress={() => open({ kind: "stop", stopId: stop.stopId })}>
      {t("machine.give-reason")}
    </Key>
  );
}
