import { IconCircleCheck } from "@tabler/icons-react";
import type { ToolView } from "../../../shared/screen/screen-model.ts";
import { Panel } from "../../ui/Panel.tsx";
import { StateShape } from "../../ui/StateShape.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import styles from "./MaintenanceCard.module.css";

/** The maintenance order that raised itself, with what to do; or that there is none. */
export function MaintenanceCard() {
  const { tools } = useScreen().model;
  const t = useText();
  const raised = tools.find((tool) => tool.maintenanceOrderId !== null);
  if (raised === undefined) {
    return (
      <Panel className={styles.quiet} title={t("machine.order-title")}>
        <p className={styles.none}>
          <IconCircleCheck size={32} aria-hidden="true" />
          {t("machine.no-order")}
        </p>
        <p className={styles.note}>{t("machine.no-order-note")}</p>
      </Panel>
    );
  }
  return <RaisedOrder tool={raised} />;
}

function RaisedOrder({ tool }: { readonly tool: ToolView }) {
  const { time } = useScreen();
  const t = useText();
  return (
    <section className={styles.card} data-state="maintenance">
      <header className={styles.head}>
        <StateShape state="maintenance" size={40} />
        <div className={styles.words}>
          <h2 className={styles.title}>{t("machine.order-title")}</h2>
          <p data-clip>
            {tool.maintenanceOrderId}
            {tool.raisedUtc !== null &&
              `, ${t("machine.order-raised", { time: time.clock(tool.raisedUtc) })}`}
          </p>
        </div>
      </header>
      <p className={styles.todo} data-clip>
        {t("machine.order-do", { tool: tool.name })} <strong>{t("machine.change-done")}</strong>
      </p>
    </section>
  );
}
