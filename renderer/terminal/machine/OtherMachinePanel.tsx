import { IconHome } from "@tabler/icons-react";
import type { MachineView } from "../../../shared/screen/screen-model.ts";
import { Key } from "../../ui/Key.tsx";
import { StateShape } from "../../ui/StateShape.tsx";
import { useNowMs } from "../app/clock-context.ts";
import { useScreen } from "../app/screen-context.ts";
import { isLoud, stateLooks } from "../frame/state-look.ts";
import { roughly } from "../text/elapsed.ts";
import { useText } from "../text/use-text.ts";
import styles from "./OtherMachinePanel.module.css";

interface OtherMachinePanelProps {
  readonly machine: MachineView;
  readonly onOwn: () => void;
}

/** What a machine does whose orders are not worked here, and the way back to the one whose are. */
export function OtherMachinePanel({ machine, onOwn }: OtherMachinePanelProps) {
  const { model, time } = useScreen();
  const t = useText();
  const nowMs = useNowMs();
  const since = t("machine.state-since", { time: time.clock(machine.sinceUtc) });
  return (
    <div className={styles.row}>
      <section
        className={styles.panel}
        data-state={stateLooks[machine.state]}
        data-loud={isLoud(machine, nowMs)}
      >
        <StateShape state={stateLooks[machine.state]} size={56} />
        <div className={styles.words}>
          <p className={styles.state}>{t(`state.${machine.state}`)}</p>
          <p className={styles.note}>
            {roughly(nowMs - Date.parse(machine.sinceUtc), t)}, {since}
          </p>
        </div>
      </section>
      <Key
        primary
        className={styles.key}
        icon={<IconHome size={36} aria-hidden="true" />}
        note={t("machine.own")}
        onPress={onOwn}
      >
        <span className={styles.name} data-clip>
          {model.machine.name}
        </span>
      </Key>
    </div>
  );
}
