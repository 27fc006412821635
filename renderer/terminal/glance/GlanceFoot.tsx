import { IconAlertTriangle, IconCloud } from "@tabler/icons-react";
import { useScreen } from "../app/screen-context.ts";
import { Mark } from "../frame/Mark.tsx";
import { syncWords } from "../frame/sync-words.ts";
import { useWording } from "../text/wording.ts";
import styles from "./GlanceFoot.module.css";

export function GlanceFoot() {
  const { model } = useScreen();
  const wording = useWording();
  const { t, time, nowMs } = wording;
  const sync = syncWords(model.sync, wording);
  const Icon = sync.loud ? IconAlertTriangle : IconCloud;
  return (
    <footer className={styles.foot}>
      <Mark />
      <strong>Takt</strong>
      <strong>{model.station.stationId}</strong>
      <span className={styles.machine} data-clip>
        {model.station.machineName}
      </span>
      <span className={styles.sync} {...(sync.loud ? { "data-state": "waiting" } : {})}>
        <Icon size={28} aria-hidden="true" />
        {sync.title}, {sync.note}
      </span>
      <span className={styles.rule} />
      <span>{t("glance.wake")}</span>
      <time className={styles.time}>{time.clock(nowMs)}</time>
    </footer>
  );
}
