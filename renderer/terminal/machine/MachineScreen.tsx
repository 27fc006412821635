import { useState } from "react";
import { ScreenHeading } from "../../ui/ScreenHeading.tsx";
import { useScreen } from "../app/screen-context.ts";
import { pageOf } from "../frame/paging.ts";
import { useText } from "../text/use-text.ts";
import { LiveValues } from "./LiveValues.tsx";
import { MachineFoot } from "./MachineFoot.tsx";
import { MachineKeys } from "./MachineKeys.tsx";
import styles from "./MachineScreen.module.css";
import { askedValues, otherValues, trendedValues } from "./pick-values.ts";
import { StateBand } from "./StateBand.tsx";
import { TrendRow } from "./TrendRow.tsx";
import { type TrendSpan, useTrend } from "./use-trend.ts";

const TRENDS = 3;

/** What each machine of the station says, how that went, what wears, and what has to be done about it. */
export function MachineScreen() {
  const { model, shownMachineId, showMachine } = useScreen();
  const t = useText();
  const [span, setSpan] = useState<TrendSpan>("half");
  const [wantedPage, setPage] = useState(1);
  const machine = model.machines.find((one) => one.machineId === shownMachineId) ?? model.machine;
  const trended = trendedValues(machine.values);
  const shown = pageOf(trended, wantedPage, TRENDS);
  const trend = useTrend(
    machine.machineId,
    askedValues(trended, shown.items).map(({ signalId }) => signalId),
    span,
  );
  const choose = (chosen: string) => {
    showMachine(chosen);
    setPage(1);
  };
  return (
    <div className={styles.screen}>
      <ScreenHeading className="visually-hidden">{`${t("machine.heading")} ${machine.name}`}</ScreenHeading>
      <MachineKeys
        machine={machine}
        onChoose={choose}
        span={span}
        onSpan={setSpan}
        {...(shown.pages > 1 ? { onMore: () => setPage((shown.page % shown.pages) + 1) } : {})}
      />
      <LiveValues machine={machine} values={otherValues(machine.values, shown.items)} />
      <TrendRow machine={machine} values={shown.items} trend={trend} span={span} />
      <StateBand machine={machine} trend={trend} />
      <MachineFoot machine={machine} onOwn={() => choose(model.machine.machineId)} />
    </div>
  );
}
