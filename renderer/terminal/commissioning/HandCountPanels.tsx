import { IconPlus, IconReload } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import { countedSince, FEWEST_PIECES, type HandCount, isProven } from "./hand-count.ts";
import styles from "./Steps.module.css";

interface HandCountPanelsProps {
  readonly count: HandCount;
  /** null: no count was chosen. */
  readonly counterName: string | null;
  readonly onSeen: () => void;
  /** The machine made pieces before anybody watched. */
  readonly onAgain: () => void;
}

/** What the machine counted since it was first read here, beside what a person saw come out of it. */
export function HandCountPanels({ count, counterName, onSeen, onAgain }: HandCountPanelsProps) {
  const t = useText();
  const number = useNumber();
  const counted = countedSince(count);
  const words = (value: number | null) => (value === null ? "–" : number.whole(value));
  return (
    <>
      <Panel title={t("commissioning.machine-counted")} aside={counterName}>
        <p className={styles.figure}>{words(counted)}</p>
        <p className={styles.muted}>
          {counterName === null
            ? t("commissioning.no-counter")
            : t("commissioning.reading", { value: words(count.now) })}
        </p>
        {counted !== null && counted + count.seen > 0 && (
          <Key className={styles.again} icon={<IconReload size={32} aria-hidden="true" />} onPress={onAgain}>
            {t("commissioning.count-again")}
          </Key>
        )}
      </Panel>
      <Panel
        title={t("commissioning.you-counted")}
        aside={t(`commissioning.verdict-${verdictOf(count)}`, { count: FEWEST_PIECES })}
      >
        <div className={styles.count}>
          <p className={styles.figure}>{number.whole(count.seen)}</p>
          <Key
            className={styles.plus}
            icon={<IconPlus size={48} aria-hidden="true" />}
            disabled={count.from === null}
            onPress={onSeen}
          >
            {t("commissioning.piece")}
          </Key>
        </div>
      </Panel>
    </>
  );
}

function verdictOf(count: HandCount): "proven" | "differs" | "open" {
  if (isProven(count)) return "proven";
  const counted = countedSince(count);
  return counted !== null && count.seen > 0 && counted !== count.seen ? "differs" : "open";
}
