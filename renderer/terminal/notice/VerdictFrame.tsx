import type { ScanView } from "../../../shared/screen/screen-model.ts";
import styles from "./VerdictFrame.module.css";
import { verdictState } from "./verdict-state.ts";

/** One flash around the content for each scan; the key makes an equal scan flash again. */
export function VerdictFrame({ scan }: { readonly scan: ScanView }) {
  return (
    <div
      key={scan.scanId}
      className={styles.frame}
      data-state={verdictState(scan.verdict) ?? "running"}
      aria-hidden="true"
    />
  );
}
