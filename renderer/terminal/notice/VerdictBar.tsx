import { IconX } from "@tabler/icons-react";
import type { ScanView } from "../../../shared/screen/screen-model.ts";
import { Key } from "../../ui/Key.tsx";
import { useAmount } from "../text/use-amount.ts";
import { useText } from "../text/use-text.ts";
import { AmbiguousChoices } from "./AmbiguousChoices.tsx";
import { useScanSentence } from "./use-scan-sentence.ts";
import styles from "./VerdictBar.module.css";
import { VerdictKeys } from "./VerdictKeys.tsx";
import { VerdictShape } from "./VerdictShape.tsx";
import { verdictState } from "./verdict-state.ts";

interface VerdictBarProps {
  readonly scan: ScanView;
  readonly onClose: () => void;
}

/** What the last scan led to, in a filled area with shape, word and sentence, right above the strip. */
export function VerdictBar({ scan, onClose }: VerdictBarProps) {
  const t = useText();
  const state = verdictState(scan.verdict);
  const booked = scan.verdict === "done";
  return (
    <section
      className={styles.bar}
      role={booked || scan.verdict === "shown" ? "status" : "alert"}
      data-overlay
      data-verdict={scan.verdict}
      data-state={state ?? "running"}
      data-testid="verdict-bar"
    >
      <span className={styles.shape}>
        <VerdictShape verdict={scan.verdict} size={88} />
      </span>
      <div className={styles.head}>
        <span className={styles.word} data-lines="1">
          {t(`verdict.${scan.verdict}`)}
        </span>
        {!booked && (
          <span className={styles.note}>
            {t(scan.verdict === "ambiguous" ? "verdict.choose-one" : "verdict.nothing-booked")}
          </span>
        )}
      </div>
      <span className={styles.rule} />
      <VerdictBody scan={scan} onClose={onClose} />
      <div className={styles.keys}>
        <VerdictKeys scan={scan} onClose={onClose} />
        <Key className={styles.close} icon={<IconX size={32} aria-hidden="true" />} onPress={onClose}>
          {t("verdict.close")}
        </Key>
      </div>
    </section>
  );
}

function VerdictBody({ scan, onClose }: VerdictBarProps) {
  const t = useText();
  const sentence = useScanSentence();
  const amount = useAmount();
  if (scan.verdict === "ambiguous") {
    return (
      <>
        <p className={styles.sentence}>{sentence(scan)}</p>
        <AmbiguousChoices scan={scan} onDone={onClose} />
      </>
    );
  }
  const { item = "", needed = "", lot = "", location = "", quantity = "", unit = "" } = scan.details;
  if (scan.outcome !== "lot-wrong-item" || needed === "") {
    return <p className={styles.sentence}>{sentence(scan)}</p>;
  }
  return (
    <dl className={styles.rows}>
      <dt>{t("verdict.scanned")}</dt>
      <dd>
        <strong>{item}</strong> {t("verdict.lot", { lot, quantity: amount(quantity || "0", unit) })}
      </dd>
      <dt>{t("verdict.needed")}</dt>
      <dd>
        <strong>{needed}</strong> {location !== "" && t("verdict.location", { location })}
      </dd>
    </dl>
  );
}
