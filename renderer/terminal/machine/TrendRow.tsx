import type { MachineTrend } from "../../../shared/screen/machine-trend.ts";
import type { LiveValueView, MachineView } from "../../../shared/screen/screen-model.ts";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import { OrderPanel } from "./OrderPanel.tsx";
import { StopsPanel } from "./StopsPanel.tsx";
import { TrendCard } from "./TrendCard.tsx";
import styles from "./TrendRow.module.css";
import type { TrendSpan } from "./use-trend.ts";

interface TrendRowProps {
  readonly machine: MachineView;
  readonly values: readonly LiveValueView[];
  readonly trend: MachineTrend | null;
  readonly span: TrendSpan;
}

/** One card for each line; a machine that measures nothing shows what it works at instead. */
export function TrendRow({ machine, values, trend, span }: TrendRowProps) {
  const { model } = useScreen();
  const t = useText();
  if (values.length > 0) {
    return (
      <div className={styles.row}>
        {values.map((value) => (
          <TrendCard
            key={value.signalId}
            machine={machine}
            value={value}
            span={span}
            fromMs={trend?.fromMs ?? null}
            curve={trend?.signals.find(({ signalId }) => signalId === value.signalId) ?? null}
          />
        ))}
      </div>
    );
  }
  if (machine.machineId !== model.machine.machineId) {
    return <p className={styles.none}>{t("machine.measures-nothing")}</p>;
  }
  return (
    <div className={styles.two}>
      <OrderPanel />
      <StopsPanel />
    </div>
  );
}
