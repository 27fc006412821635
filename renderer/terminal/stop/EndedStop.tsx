import { useScreen } from "../app/screen-context.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { ReasonTiles } from "../reason/ReasonTiles.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./EndedStop.module.css";

interface EndedStopProps {
  readonly stopId: string;
  readonly onTap: (reasonCode: string) => void;
}

/** A stop that is over and has no reason yet, or a wrong one. */
export function EndedStop({ stopId, onTap }: EndedStopProps) {
  const { model, time } = useScreen();
  const t = useText();
  const row = model.stops.last.find((stop) => stop.stopId === stopId);
  const causes = row?.causes ?? [];
  return (
    <SheetLayout
      heading={t(row?.isNoData === true ? "stop.why-no-data" : "stop.why-stood")}
      note={
        row === undefined
          ? undefined
          : t("stop.lasted", { time: time.clock(row.sinceUtc), minutes: row.minutes })
      }
      closeWord={t("stop.later")}
      closeIsPrimary={model.reasons.pause.length === 0}
    >
      <div className={styles.body}>
        <p className={styles.causes} data-clip>
          {causes.length === 0
            ? t("stop.no-alarm")
            : causes.map(({ name, text }) => (name === text ? name : `${name} ${text}`)).join(", ")}
        </p>
        <ReasonTiles reasons={model.reasons.pause} onTap={onTap} />
      </div>
    </SheetLayout>
  );
}
