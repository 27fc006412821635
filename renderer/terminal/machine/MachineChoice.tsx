import { IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { Key } from "../../ui/Key.tsx";
import { StateShape } from "../../ui/StateShape.tsx";
import { useScreen } from "../app/screen-context.ts";
import { pageOf } from "../frame/paging.ts";
import { stateLooks } from "../frame/state-look.ts";
import { useText } from "../text/use-text.ts";
import styles from "./MachineKeys.module.css";
import { machineKeys } from "./machine-keys.ts";

const AT_ONCE = 4;

interface MachineChoiceProps {
  readonly machineId: string;
  readonly onChoose: (machineId: string) => void;
}

/** The machines of the station, each with the shape of its state. */
export function MachineChoice({ machineId, onChoose }: MachineChoiceProps) {
  const { model } = useScreen();
  const t = useText();
  const [wanted, setWanted] = useState(1);
  const shown = pageOf(machineKeys(model), wanted, AT_ONCE);
  return (
    <div className={styles.machines}>
      {shown.items.map((one) => (
        <Key
          key={one.machineId}
          className={styles.machine}
          selected={one.machineId === machineId}
          label={`${one.name}, ${t(`state.${one.state}`)}`}
          icon={
            <span className={styles.shape} data-state={stateLooks[one.state]}>
              <StateShape state={stateLooks[one.state]} size={24} />
            </span>
          }
          onPress={() => onChoose(one.machineId)}
        >
          <span className={styles.name} data-clip>
            {one.name}
          </span>
        </Key>
      ))}
      {shown.pages > 1 && (
        <Key
          className={styles.next}
          label={t("machine.more-machines")}
          icon={<IconChevronRight size={28} aria-hidden="true" />}
          onPress={() => setWanted((shown.page % shown.pages) + 1)}
        >
          {""}
        </Key>
      )}
    </div>
  );
}
