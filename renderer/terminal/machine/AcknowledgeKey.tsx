import { IconCheck } from "@tabler/icons-react";
import type { LiveValueView } from "../../../shared/screen/screen-model.ts";
import { Key } from "../../ui/Key.tsx";
import { useCommand } from "../app/use-command.ts";
import { useText } from "../text/use-text.ts";

interface AcknowledgeKeyProps {
  readonly machineId: string;
  readonly value: LiveValueView;
  readonly className?: string | undefined;
  /** Picture over word, where the words beside it need the room. */
  readonly stacked?: boolean;
}

/** Says that the person has seen this alarm; nothing is left to press once that is so. */
export function AcknowledgeKey({ machineId, value, className, stacked = false }: AcknowledgeKeyProps) {
  const t = useText();
  const acknowledge = useCommand("machines.acknowledgeAlarm");
  const { alarm, signalId: alarmId } = value;
  if (alarm === undefined || !alarm.mayAcknowledge) return null;
  const { occurrence } = alarm;
  const title = typeof value.value === "string" ? value.value : value.name;
  return (
    <Key
      className={className}
      stacked={stacked}
      disabled={acknowledge.busy}
      icon={<IconCheck size={stacked ? 28 : 32} aria-hidden="true" />}
      label={`${t("machine.acknowledge")}: ${title}`}
      onPress={() => void acknowledge.run({ machineId, alarmId, occurrence })}
    >
      {t(acknowledge.busy ? "machine.acknowledging" : "machine.acknowledge")}
    </Key>
  );
}
