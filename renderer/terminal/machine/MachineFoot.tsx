import type { MachineView } from "../../../shared/screen/screen-model.ts";
import { useScreen } from "../app/screen-context.ts";
import { AlarmCard } from "./AlarmCard.tsx";
import { activeAlarms } from "./active-alarms.ts";
import styles from "./MachineFoot.module.css";
import { MaintenanceCard } from "./MaintenanceCard.tsx";
import { OtherMachinePanel } from "./OtherMachinePanel.tsx";
import { trendedValues } from "./pick-values.ts";
import { StopsPanel } from "./StopsPanel.tsx";
import { ToolLifePanel } from "./ToolLifePanel.tsx";

interface MachineFootProps {
  readonly machine: MachineView;
  readonly onOwn: () => void;
}

/** What wears, and the loudest of: an alarm, a maintenance order, the last stops. */
export function MachineFoot({ machine, onOwn }: MachineFootProps) {
  const { model } = useScreen();
  const isOwn = machine.machineId === model.machine.machineId;
  return (
    <div className={styles.foot} data-own={isOwn}>
      {isOwn ? <ToolLifePanel /> : <OtherMachinePanel machine={machine} onOwn={onOwn} />}
      <Side machine={machine} isOwn={isOwn} />
    </div>
  );
}

function Side({ machine, isOwn }: { readonly machine: MachineView; readonly isOwn: boolean }) {
  const { tools } = useScreen().model;
  const alarms = activeAlarms(machine.values);
  const isRaised = tools.some(({ maintenanceOrderId }) => maintenanceOrderId !== null);
  // A worn tool makes most controllers give an alarm as well: the order says what to do, and names the alarm.
  if (isOwn && isRaised) return <MaintenanceCard alarms={alarms} />;
  if (alarms.length > 0) return <AlarmCard machine={machine} alarms={alarms} />;
  if (!isOwn) return <AlarmCard machine={machine} alarms={[]} />;
  // Without any line the stops stand above already.
  const hasStops = trendedValues(machine.values).length === 0;
  return hasStops ? <MaintenanceCard alarms={[]} /> : <StopsPanel />;
}
