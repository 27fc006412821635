import { IconClockPause } from "@tabler/icons-react";
import type { CurrentStopView } from "../../../shared/screen/current-stop-view.ts";
import { Key } from "../../ui/Key.tsx";
import { ScreenHeading } from "../../ui/ScreenHeading.tsx";
import { useScreen } from "../app/screen-context.ts";
import { MachineBand } from "../frame/MachineBand.tsx";
import { ReasonTiles } from "../reason/ReasonTiles.tsx";
import { useText } from "../text/use-text.ts";
import { LikelyTiles } from "./LikelyTiles.tsx";
import styles from "./StandingStop.module.css";

interface StandingStopProps {
  readonly stop: CurrentStopView;
  readonly onTap: (reasonCode: string) => void;
}

/** So many fit into two rows beside three likely ones; more take four columns and pages. */
const THREE_COLUMNS_UP_TO = 6;

/** The machine stands and its time counts, as large as the state; beneath it the question and one tap per answer. */
export function StandingStop({ stop, onTap }: StandingStopProps) {
  const { model, closeSheet } = useScreen();
  const t = useText();
  const likely = new Set(stop.likely.map(({ reasonCode }) => reasonCode));
  const others = model.reasons.pause.filter(({ reasonCode }) => !likely.has(reasonCode));
  const heading = t(stop.isNoData ? "stop.why-no-data" : "stop.why");
  const nothingToTap = model.reasons.pause.length === 0;
  return (
    <section className={styles.sheet} aria-label={heading} data-stop-sheet>
      <AlarmBand stop={stop} />
      <header className={styles.head}>
        <ScreenHeading className={styles.heading}>{heading}</ScreenHeading>
        <p className={styles.note}>{t("stop.one-tap")}</p>
      </header>
      {stop.likely.length > 0 && <LikelyTiles reasons={stop.likely} onTap={onTap} />}
      <div className={styles.others}>
        {(others.length > 0 || nothingToTap) && (
          <ReasonTiles
            reasons={others}
            columns={others.length > THREE_COLUMNS_UP_TO ? 4 : 3}
            firstIsPrimary={stop.likely.length === 0}
            onTap={onTap}
          />
        )}
      </div>
      <Key
        className={nothingToTap ? styles.tall : styles.later}
        primary={nothingToTap}
        icon={<IconClockPause size={32} aria-hidden="true" />}
        onPress={closeSheet}
      >
        {t("stop.later")}
      </Key>
    </section>
  );
}

/** The machine's own words: the first of its alarms around the beginning of the stop, and how many more there were. */
function AlarmBand({ stop }: { readonly stop: CurrentStopView }) {
  const t = useText();
  const [first, ...more] = stop.causes;
  if (first === undefined) return <MachineBand size="question" title={t("stop.no-alarm")} />;
  const title = first.name === first.text ? t("stop.alarm") : t("stop.alarm-name", { name: first.name });
  return (
    <MachineBand
      size="question"
      title={more.length === 0 ? title : t("stop.alarm-more", { alarm: title, count: more.length })}
      note={first.text}
    />
  );
}
