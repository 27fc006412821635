import { ScreenHeading } from "../../ui/ScreenHeading.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import { LiveValues } from "./LiveValues.tsx";
import styles from "./MachineScreen.module.css";
import { MaintenanceCard } from "./MaintenanceCard.tsx";
import { OrderPanel } from "./OrderPanel.tsx";
import { StopsPanel } from "./StopsPanel.tsx";
import { ToolLifePanel } from "./ToolLifePanel.tsx";

/** From this many tools on their rows take the place of the order and of the stops. */
const CROWDED_TOOLS = 3;

/** What the machine says, what it works at, what wears, and what has to be done about it. */
export function MachineScreen() {
  const { tools } = useScreen().model;
  const t = useText();
  const crowded = tools.length >= CROWDED_TOOLS;
  return (
    <div className={styles.screen}>
      <ScreenHeading className="visually-hidden">{t("machine.heading")}</ScreenHeading>
      <LiveValues />
      <div className={styles.panels} data-crowded={crowded}>
        {!crowded && <OrderPanel />}
        {!crowded && <StopsPanel />}
        <ToolLifePanel />
        <MaintenanceCard />
      </div>
    </div>
  );
}
