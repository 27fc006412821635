import { IconCheck, IconChecks, IconLineScan } from "@tabler/icons-react";
import { useScreen } from "../app/screen-context.ts";
import { useScanSentence } from "../notice/use-scan-sentence.ts";
import { VerdictShape } from "../notice/VerdictShape.tsx";
import { verdictState } from "../notice/verdict-state.ts";
import { useText } from "../text/use-text.ts";
import styles from "./ScanStrip.module.css";

/** What was scanned last and what it led to. Display only. */
export function ScanStrip() {
  const { model, time } = useScreen();
  const t = useText();
  const sentence = useScanSentence();
  const scan = model.lastScan;
  if (scan === null) {
    return (
      <div className={styles.strip} role="status">
        <IconLineScan size={28} aria-hidden="true" />
        <span className={styles.muted}>{t("strip.none")}</span>
      </div>
    );
  }
  const state = verdictState(scan.verdict);
  const booked = scan.verdict === "done";
  return (
    <div className={styles.strip} role="status" data-verdict={scan.verdict}>
      <IconLineScan size={28} aria-hidden="true" />
      <span className={styles.muted}>{t("strip.last-scan")}</span>
      <span className={styles.strong}>{time.clock(scan.atUtc)}</span>
      <span className={styles.rule} />
      <span className={styles.code} data-clip>
        {scan.code}
      </span>
      <span className={styles.rule} />
      <span className={styles.verdict} data-state={state ?? undefined}>
        <VerdictShape verdict={scan.verdict} size={booked ? 24 : 20} />
        {t(`verdict.${scan.verdict}`)}
      </span>
      <span className={styles.sentence} data-clip>
        {sentence(scan)}
        {scan.repeats > 0 && ` (${t("strip.repeats", { count: scan.repeats })})`}
      </span>
      <span className={styles.saved}>
        {!booked && t("strip.nothing-booked")}
        {booked && scan.received && <IconChecks size={24} aria-hidden="true" />}
        {booked && !scan.received && <IconCheck size={24} aria-hidden="true" />}
        {booked && t(scan.received ? "strip.received" : "strip.saved-here")}
      </span>
    </div>
  );
}
