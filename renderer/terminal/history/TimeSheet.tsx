import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import type { TimeRow } from "../../../shared/screen/time-row.ts";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { useNumber } from "../text/use-number.ts";
import { useWording } from "../text/wording.ts";
import { shiftWithin } from "./shift-within.ts";
import styles from "./TimeSheet.module.css";
import { TimesSheet } from "./TimesSheet.tsx";

const STEPS = [-60, -10, -1, 1, 10, 60] as const;
const MINUTE_MS = 60_000;

/** Moves one time by large keys; gone from the list, it leads back there. */
export function TimeSheet({ eventId }: { readonly eventId: string }) {
  const row = useScreen().model.times.find((time) => time.eventId === eventId);
  return row === undefined ? <TimesSheet /> : <Moving row={row} />;
}

function Moving({ row }: { readonly row: TimeRow }) {
  const { open } = useScreen();
  const { t, time } = useWording();
  const number = useNumber();
  const [wanted, setWanted] = useState(0);
  const correct = useCommand("orders.correctTime");
  // The event after it may have come meanwhile.
  const shift = shiftWithin(row, wanted);
  const clock = (minutes: number) =>
    time.clock(new Date(Date.parse(row.atUtc) + minutes * MINUTE_MS).toISOString());
  const save = async () => {
    const answer = await correct.run({ eventId: row.eventId, shiftMinutes: shift });
    if (answer?.ok === true) open({ kind: "times" });
  };
  return (
    <SheetLayout
      heading={`${t(`times.${row.move}`)}, ${row.jobOrderId} ${row.itemName ?? ""}`.trim()}
      note={t("times.between", { from: time.clock(row.earliestUtc), to: time.clock(row.latestUtc) })}
      foot={
        <Key
          primary
          className={styles.save}
          disabled={shift === 0}
          icon={<IconCheck size={36} aria-hidden="true" />}
          onPress={() => void save()}
        >
          {t("times.save", { time: clock(shift) })}
        </Key>
      }
    >
      <div className={styles.body}>
        <p className={styles.times}>
          <span className={styles.now}>{clock(shift)}</span>
          <span className={styles.was}>{t("times.recorded", { time: time.clock(row.recordedUtc) })}</span>
        </p>
        <div className={styles.steps}>
          {STEPS.map((step) => (
            <Key
              key={step}
              className={styles.step}
              disabled={shiftWithin(row, shift + step) === shift}
              onPress={() => setWanted(shiftWithin(row, shift + step))}
            >
              {t("times.step", { minutes: number.signed(step) })}
            </Key>
          ))}
        </div>
        <Totals row={row} />
      </div>
    </SheetLayout>
  );
}

/** Both totals of the order: as recorded, and with all corrections so far. */
function Totals({ row: { totals } }: { readonly row: TimeRow }) {
  const { t } = useWording();
  if (totals === null) return null;
  return (
    <dl className={styles.totals}>
      {(["run", "setUp"] as const).map((what) => (
        <div key={what} className={styles.total}>
          <dt>{t(`times.total-${what}`)}</dt>
          <dd>{t("times.minutes", { count: totals[what].now })}</dd>
          <dd className={styles.was}>{t("times.recorded-minutes", { count: totals[what].recorded })}</dd>
        </div>
      ))}
    </dl>
  );
}
