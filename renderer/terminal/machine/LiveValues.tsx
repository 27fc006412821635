import { useNowMs } from "../app/clock-context.ts";
import { useScreen } from "../app/screen-context.ts";
import { roughly } from "../text/elapsed.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import { LiveValue } from "./LiveValue.tsx";
import styles from "./LiveValues.module.css";

const STALE_AFTER_MS = 5_000;

/** What the machine itself reports, each with its age; nothing is shown that it does not send. */
export function LiveValues() {
  const { model, time } = useScreen();
  const t = useText();
  const number = useNumber();
  const nowMs = useNowMs();
  const { machine, stops, devices } = model;
  const ageMs = machine.lastValueUtc === null ? null : nowMs - Date.parse(machine.lastValueUtc);
  const stale = machine.state === "no-data" && (ageMs === null || ageMs > STALE_AFTER_MS);
  const connection = devices.find(({ device }) => device === "machine");
  const age = ageMs === null ? t("machine.never") : t("machine.age", { duration: roughly(ageMs, t) });
  return (
    <section className={styles.values}>
      <LiveValue
        label={t("machine.counter")}
        value={machine.counter === null ? "–" : number.whole(machine.counter)}
        note={machine.counter === null ? t("machine.no-counter") : stale ? age : t("machine.counter-note")}
        stale={stale}
      />
      <LiveValue
        label={t("machine.last-value")}
        value={machine.lastValueUtc === null ? "–" : time.clockWithSeconds(machine.lastValueUtc)}
        note={stale ? age : t("machine.fresh")}
        stale={stale}
      />
      <LiveValue
        label={t("machine.state")}
        value={roughly(nowMs - Date.parse(machine.sinceUtc), t)}
        note={t("machine.state-since", { time: time.clock(machine.sinceUtc) })}
      />
      <LiveValue
        label={t("machine.stops")}
        value={number.whole(stops.count)}
        note={t("machine.stops-note", { minutes: stops.minutes })}
      />
      {connection !== undefined && (
        <LiveValue
          label={t("machine.connection")}
          value={t(`device.${connection.state}`)}
          note="OPC UA"
          words
        />
      )}
    </section>
  );
}
