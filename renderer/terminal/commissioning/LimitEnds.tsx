import type { NormalLimits } from "../../../shared/domain/machines/mapping.ts";
import { Key } from "../../ui/Key.tsx";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import { entryOf, type LimitEnd, type LimitsEntry } from "./limits-entry.ts";
import styles from "./Steps.module.css";

interface LimitEndsProps {
  readonly entry: LimitsEntry;
  /** The one that the pad writes into. */
  readonly end: LimitEnd;
  /** As people know it; empty: none. */
  readonly unit: string;
  /** The machine's own range; null: it does not say. */
  readonly suggested: NormalLimits | null;
  readonly onEnd: (end: LimitEnd) => void;
  readonly onEntry: (entry: LimitsEntry) => void;
}

/** The upper limit above the lower one, and the machine's own range to take over with one tap. */
export function LimitEnds({ entry, end, unit, suggested, onEnd, onEntry }: LimitEndsProps) {
  const t = useText();
  const number = useNumber();
  const words = (text: string) => number.decimal(text).replace("-", "−");
  const withUnit = (value: string) => `${value} ${unit}`.trim();
  const range = entryOf(suggested ?? undefined);
  return (
    <div className={styles.ends}>
      {(["high", "low"] as const).map((one) => (
        <Key
          key={one}
          shape="tile"
          selected={end === one}
          note={t(`commissioning.limit-${one}`)}
          onPress={() => onEnd(one)}
        >
          <span className={styles.limit}>{entry[one] === "" ? "–" : withUnit(words(entry[one]))}</span>
        </Key>
      ))}
      {suggested !== null && (
        <Key shape="tile" note={t("commissioning.from-machine")} onPress={() => onEntry(range)}>
          {withUnit(`${words(range.low)} … ${words(range.high)}`)}
        </Key>
      )}
    </div>
  );
}
