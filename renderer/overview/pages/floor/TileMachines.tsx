import { useIntl } from "react-intl";
import type { FloorMachine } from "../../../../shared/protocol/pages.ts";
import { StateShape } from "../../../ui/StateShape.tsx";
import { machineLooks } from "./machine-look.ts";
import { gapWords, machineStateWords, speedAndGap, speedWords, stateCounts } from "./machine-words.ts";
import styles from "./TileMachines.module.css";

/** As many as have a row of their own in a small tile. */
const MOST_ROWS = 4;

interface TileMachinesProps {
  readonly machines: readonly FloorMachine[];
  readonly nowMs: number;
}

/** The machines of one station inside of its small tile, always in words: a shape alone is not read from three metres. */
export function TileMachines({ machines, nowMs }: TileMachinesProps) {
  const intl = useIntl();
  const [first] = machines;
  if (first === undefined) return null;
  if (machines.length === 1) {
    // The tile itself tells its name and its state.
    return (
      <p className={styles.line} data-testid={`machine-${first.machineId}`}>
        {speedAndGap(intl, first, nowMs)}
      </p>
    );
  }
  return (
    <div className={styles.several} {...(machines.length > MOST_ROWS ? { "data-many": "" } : {})}>
      <p className={styles.counts}>{stateCounts(intl, machines)}</p>
      <ul className={styles.rows} aria-label={intl.formatMessage({ id: "machine.list" })}>
        {machines.map((machine) => (
          <MachineRow key={machine.machineId} machine={machine} nowMs={nowMs} />
        ))}
      </ul>
    </div>
  );
}

function MachineRow({ machine, nowMs }: { readonly machine: FloorMachine; readonly nowMs: number }) {
  const intl = useIntl();
  const look = machineLooks[machine.state ?? "no-data"];
  const { word, age } = machineStateWords(intl, machine, nowMs);
  return (
    <li className={styles.row} data-testid={`machine-${machine.machineId}`}>
      <StateShape state={look} size={20} />
      <span className={styles.name}>{machine.name}</span>
      <strong className={styles.word}>{word}</strong>
      <span className={styles.age}>{age}</span>
      <span className={styles.speed}>{speedWords(intl, machine.speed, nowMs) ?? "–"}</span>
      <span className={styles.gap}>{gapWords(intl, machine.lastGap, nowMs)}</span>
    </li>
  );
}
