import { IconAlertOctagon } from "@tabler/icons-react";
import type { MachineView } from "../../../shared/screen/screen-model.ts";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import { activeAlarms } from "./active-alarms.ts";
import styles from "./MachineKeys.module.css";

/** Leads to the alarms of a machine, with how many wait for somebody to see them. */
export function AlarmsKey({ machine }: { readonly machine: MachineView }) {
  const { open } = useScreen();
  const t = useText();
  const count = activeAlarms(machine.values).filter(({ alarm }) => alarm?.mayAcknowledge === true).length;
  return (
    <Key
      stacked
      className={styles.key}
      icon={<IconAlertOctagon size={24} aria-hidden="true" />}
      onPress={() => open({ kind: "alarms", machineId: machine.machineId })}
    >
      {count === 0 ? t("machine.alarms") : `${t("machine.alarms")} ${count}`}
    </Key>
  );
}
