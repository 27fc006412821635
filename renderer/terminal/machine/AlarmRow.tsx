import { IconCheck } from "@tabler/icons-react";
import type { LiveValueView } from "../../../shared/screen/screen-model.ts";
import { StateShape } from "../../ui/StateShape.tsx";
import { RowWords } from "../frame/RowWords.tsx";
import { AcknowledgeKey } from "./AcknowledgeKey.tsx";
import styles from "./AlarmsSheet.module.css";
import { useAlarmWords } from "./use-alarm-words.ts";

interface AlarmRowProps {
  readonly machineId: string;
  readonly value: LiveValueView;
}

/** From here on OPC UA calls an alarm high (Part 9, annex E). */
const HIGH = 667;

/** An alarm that is there: its words, what to do, and the key or who has seen it. */
export function AlarmRow({ machineId, value }: AlarmRowProps) {
  const { title, about, advice, seen } = useAlarmWords()(value);
  const { alarm } = value;
  const state = (alarm?.severity ?? HIGH) >= HIGH ? "stopped" : "waiting";
  const isGone = alarm?.isGone === true;
  return (
    <li className={styles.row} {...(isGone ? {} : { "data-state": state })}>
      <span className={styles.shape}>
        {isGone ? <IconCheck size={36} aria-hidden="true" /> : <StateShape state={state} size={36} />}
      </span>
      <RowWords title={title} second={about} />
      <span className={styles.advice} data-clip>
        {alarm?.mayAcknowledge && seen !== null ? seen : advice}
      </span>
      {alarm?.mayAcknowledge ? (
        <AcknowledgeKey className={styles.key} machineId={machineId} value={value} />
      ) : (
        <span className={styles.seen} data-clip>
          {seen}
        </span>
      )}
    </li>
  );
}
