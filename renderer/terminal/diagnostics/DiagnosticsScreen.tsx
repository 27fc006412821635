import { IconArrowLeft, IconPlugConnected } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { ScreenHeading } from "../../ui/ScreenHeading.tsx";
import { useScreen } from "../app/screen-context.ts";
import { MachineChoice } from "../machine/MachineChoice.tsx";
import { useText } from "../text/use-text.ts";
import { ConnectionPanel } from "./ConnectionPanel.tsx";
import styles from "./DiagnosticsScreen.module.css";
import { FiguresPanel } from "./FiguresPanel.tsx";
import { mayCommission } from "./may-commission.ts";
import { TrustPanel } from "./TrustPanel.tsx";

/** How each machine is connected, in words a technician acts on, and whom this station trusts. */
export function DiagnosticsScreen() {
  const { model, shownMachineId, showMachine, go } = useScreen();
  const t = useText();
  const machine = model.machines.find(({ machineId }) => machineId === shownMachineId) ?? model.machine;
  const may = mayCommission(model);
  return (
    <div className={styles.screen}>
      <ScreenHeading className="visually-hidden">{t("diagnostics.heading")}</ScreenHeading>
      <div className={styles.top}>
        <MachineChoice machineId={machine.machineId} onChoose={showMachine} />
      </div>
      <div className={styles.panels}>
        <ConnectionPanel machine={machine} />
        <FiguresPanel machine={machine} />
      </div>
      <div className={styles.foot}>
        <TrustPanel />
        {may ? (
          <Key
            primary
            className={styles.key}
            icon={<IconPlugConnected size={36} aria-hidden="true" />}
            onPress={() => go("commissioning")}
          >
            {t("diagnostics.set-up")}
          </Key>
        ) : (
          <Key
            primary
            className={styles.key}
            icon={<IconArrowLeft size={32} aria-hidden="true" />}
            onPress={() => go("more")}
          >
            {t("commissioning.back")}
          </Key>
        )}
      </div>
    </div>
  );
}
