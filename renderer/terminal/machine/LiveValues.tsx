import { useNowMs } from "../app/clock-context.ts";
import { useScreen } from "../app/screen-context.ts";
import { minutesOrLess, roughly } from "../text/elapsed.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import { CycleValue } from "./CycleValue.tsx";
import { LiveValue } from "./LiveValue.tsx";
import styles from "./LiveValues.module.css";
import { SignalValue } from "./SignalValue.tsx";
import { isStale } from "./signal-age.ts";

/** What the machine itself reports, each with its age; nothing is shown that it does not send. */
export function LiveValues() {
  const { model, time } = useScreen();
  const t = useText();
  const number = useNumber();
  const nowMs = useNowMs();
  const { machine, order, stops } = model;
  return (
    <section className={styles.values}>
      <LiveValue
        label={t("machine.counter")}
        value={machine.counter === null ? "–" : number.whole(machine.counter)}
        note={t(machine.counter === null ? "machine.no-counter" : "machine.counter-note")}
        stale={isStale(machine, nowMs)}
      />
      {order !== null && <CycleValue order={order} />}
      <LiveValue
        label={t("machine.state")}
        value={roughly(nowMs - Date.parse(machine.sinceUtc), t)}
        note={t("machine.state-since", { time: time.clock(machine.sinceUtc) })}
      />
      <LiveValue
        label={t("machine.stops")}
        value={number.whole(stops.count)}
        note={
          stops.count === 0
            ? t("home.no-stops")
            : t("machine.stops-note", { duration: minutesOrLess(stops.minutes, t) })
        }
      />
      <SignalValue />
    </section>
  );
}
