import { IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import type { PastAlarmView } from "../../../shared/screen/alarm-facts.ts";
import type { LiveValueView } from "../../../shared/screen/screen-model.ts";
import { useScreen } from "../app/screen-context.ts";
import { MiddleNote } from "../frame/MiddleNote.tsx";
import { PageKeys } from "../frame/PageKeys.tsx";
import { pageOf } from "../frame/paging.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { useText } from "../text/use-text.ts";
import { AlarmRow } from "./AlarmRow.tsx";
import styles from "./AlarmsSheet.module.css";
import { activeAlarms, worstAlarmFirst } from "./active-alarms.ts";
import { PastAlarmRow } from "./PastAlarmRow.tsx";
import { usePastAlarms } from "./use-past-alarms.ts";

const AT_ONCE = 4;

/** The alarms that are there, gravest first, and below them those of the last 24 hours. */
export function AlarmsSheet({ machineId }: { readonly machineId: string }) {
  const { model } = useScreen();
  const t = useText();
  const [wanted, setWanted] = useState(1);
  const machine = model.machines.find((one) => one.machineId === machineId) ?? model.machine;
  const active = worstAlarmFirst(activeAlarms(machine.values));
  const past = withoutWaiting(usePastAlarms(machine.machineId), active);
  const rows = [
    ...active.map((value) => <AlarmRow key={value.signalId} machineId={machine.machineId} value={value} />),
    ...past.map((alarm) => <PastAlarmRow key={`${alarm.alarmId} ${alarm.fromMs}`} alarm={alarm} />),
  ];
  const shown = pageOf(rows, wanted, AT_ONCE);
  const count = active.filter(({ alarm }) => alarm?.isGone !== true).length;
  return (
    <SheetLayout
      heading={t("machine.alarms")}
      note={`${machine.name}, ${t("machine.alarms-active", { count })}`}
      closeIsPrimary
      foot={<PageKeys page={shown.page} pages={shown.pages} onPage={setWanted} />}
    >
      {rows.length === 0 ? (
        <MiddleNote
          icon={<IconCircleCheck />}
          words={t("machine.no-alarm")}
          note={t("machine.alarms-none")}
        />
      ) : (
        <ul className={styles.rows}>{shown.items}</ul>
      )}
    </SheetLayout>
  );
}

/** What is over and waits for somebody stands above already. */
function withoutWaiting(
  past: readonly PastAlarmView[],
  active: readonly LiveValueView[],
): readonly PastAlarmView[] {
  const waiting = active.filter(({ alarm }) => alarm?.isGone === true).map(({ signalId }) => signalId);
  const newest = waiting.map((signalId) => past.find(({ alarmId }) => alarmId === signalId));
  return past.filter((alarm) => !newest.includes(alarm));
}
