import { ScreenHeading } from "../../ui/ScreenHeading.tsx";
import { useText } from "../text/use-text.ts";
import { LiveValues } from "./LiveValues.tsx";
import styles from "./MachineScreen.module.css";
import { MaintenanceCard } from "./MaintenanceCard.tsx";
import { MessagesPanel } from "./MessagesPanel.tsx";
import { StopsPanel } from "./StopsPanel.tsx";
import { ToolLifePanel } from "./ToolLifePanel.tsx";

/** What the machine says, what wears, and what has to be done about it. */
export function MachineScreen() {
  const t = useText();
  return (
    <div className={styles.screen}>
      <ScreenHeading className="visually-hidden">{t("machine.heading")}</ScreenHeading>
      <LiveValues />
      <div className={styles.columns}>
        <div className={styles.column}>
          <ToolLifePanel />
          <MessagesPanel />
        </div>
        <div className={styles.column}>
          <MaintenanceCard />
          <StopsPanel />
        </div>
      </div>
    </div>
  );
}
