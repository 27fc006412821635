import type { LiveValueView, MachineView } from "../../../shared/screen/screen-model.ts";
import { useNowMs } from "../app/clock-context.ts";
import { useScreen } from "../app/screen-context.ts";
import { minutesOrLess, roughly } from "../text/elapsed.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import { CycleValue } from "./CycleValue.tsx";
import { LiveValue } from "./LiveValue.tsx";
import styles from "./LiveValues.module.css";
import { MeasuredValue } from "./MeasuredValue.tsx";
import { SignalValue } from "./SignalValue.tsx";
import { isStale } from "./signal-age.ts";

const CELLS = 6;

interface LiveValuesProps {
  readonly machine: MachineView;
  /** What has no line below. */
  readonly values: readonly LiveValueView[];
}

/** What the machine itself reports, each with its age; nothing is shown that it does not send. */
export function LiveValues({ machine, values }: LiveValuesProps) {
  const { model, time } = useScreen();
  const t = useText();
  const number = useNumber();
  const nowMs = useNowMs();
  const { order, stops } = model;
  const isOwn = machine.machineId === model.machine.machineId;
  const cycle = isOwn ? order : null;
  const free = CELLS - 3 - (cycle === null ? 0 : 1);
  return (
    <section className={styles.values}>
      {(isOwn || machine.counter !== null) && (
        <LiveValue
          label={t("machine.counter")}
          value={machine.counter === null ? "–" : number.whole(machine.counter)}
          note={t(machine.counter === null ? "machine.no-counter" : "machine.counter-note")}
          stale={isStale(machine, nowMs)}
        />
      )}
      {cycle !== null && <CycleValue order={cycle} />}
      {values.slice(0, free).map((value) => (
        <MeasuredValue key={value.signalId} value={value} machine={machine} />
      ))}
      {values.length < free && (
        <LiveValue
          label={t("machine.state")}
          value={roughly(nowMs - Date.parse(machine.sinceUtc), t)}
          note={t("machine.state-since", { time: time.clock(machine.sinceUtc) })}
        />
      )}
      {isOwn ? (
        <LiveValue
          label={t("machine.stops")}
          value={number.whole(stops.count)}
          note={
            stops.count === 0
              ? t("home.no-stops")
              : t("machine.stops-note", { duration: minutesOrLess(stops.minutes, t) })
          }
        />
      ) : (
        <LiveValue
          label={t("machine.micro-stops")}
          value={number.whole(machine.microStops)}
          note={t("machine.this-shift")}
        />
      )}
      <SignalValue machine={machine} />
    </section>
  );
}
