import { FormattedMessage, useIntl } from "react-intl";
import type { FloorMachine } from "../../../../shared/protocol/pages.ts";
import { StateShape } from "../../../ui/StateShape.tsx";
import styles from "./MachineList.module.css";
import { machineLooks } from "./machine-look.ts";
import { gapWords, machineStateWords, speedWords } from "./machine-words.ts";

interface MachineListProps {
  readonly machines: readonly FloorMachine[];
  readonly nowMs: number;
}

/** The machines of one station, in the order of its mapping: state and its age, speed, and when values were last missing. */
export function MachineList({ machines, nowMs }: MachineListProps) {
  const intl = useIntl();
  if (machines.length === 0) return null;
  return (
    <ul className={styles.machines} aria-label={intl.formatMessage({ id: "machine.list" })}>
      {machines.map((machine) => (
        <MachineRow key={machine.machineId} machine={machine} nowMs={nowMs} />
      ))}
    </ul>
  );
}

function MachineRow({ machine, nowMs }: { readonly machine: FloorMachine; readonly nowMs: number }) {
  const intl = useIntl();
  const look = machineLooks[machine.state ?? "no-data"];
  const { word, age } = machineStateWords(intl, machine, nowMs);
  const isGapOpen = machine.lastGap !== null && machine.lastGap.toUtc === null;
  return (
    <li className={styles.machine} data-state={look} data-testid={`machine-${machine.machineId}`}>
      <span className={styles.shape}>
        <StateShape state={look} size={24} />
      </span>
      <span className={styles.name}>{machine.name}</span>
      <span className={styles.state}>
        <strong>{word}</strong>
        {age !== null && <span className={styles.age}>{age}</span>}
      </span>
      <span className={styles.speed} {...(machine.speed === null ? { "data-none": "" } : {})}>
        {speedWords(intl, machine.speed, nowMs) ?? <FormattedMessage id="machine.noSpeed" />}
      </span>
      <span className={styles.gap} {...(isGapOpen ? { "data-open": "" } : {})}>
        {gapWords(intl, machine.lastGap, nowMs)}
      </span>
    </li>
  );
}
