import { IconCircleCheck } from "@tabler/icons-react";
import type { LiveValueView, ToolView } from "../../../shared/screen/screen-model.ts";
import { Panel } from "../../ui/Panel.tsx";
import { StateShape } from "../../ui/StateShape.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import styles from "./MaintenanceCard.module.css";

interface MaintenanceCardProps {
  /** Active ones of the machine. */
  readonly alarms: readonly LiveValueView[];
}

/** The maintenance order that raised itself, with what to do and the machine's alarm; or that there is none. */
export function MaintenanceCard({ alarms }: MaintenanceCardProps) {
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
      </Panel>
    );
  }
  return <RaisedOrder tool={raised} alarm={alarms.map(alarmWords)[0]} />;
}

interface RaisedOrderProps {
  readonly tool: ToolView;
  readonly alarm: string | undefined;
}

function RaisedOrder({ tool, alarm }: RaisedOrderProps) {
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
      <p className={styles.todo} data-short={alarm !== undefined} data-clip>
        {t("machine.order-do", { tool: tool.name })} <strong>{t("machine.change-done")}</strong>
      </p>
      {alarm !== undefined && (
        <p className={styles.alarm} data-clip>
          {t("machine.alarms")}: {alarm}
        </p>
      )}
    </section>
  );
}

/** The machine's own words, or the name of the value and its number. */
function alarmWords({ name, value }: LiveValueView): string {
  if (typeof value === "string") return value;
  return typeof value === "number" && value > 1 ? `${name} ${value}` : name;
}
