import styles from "./LifeBar.module.css";
import { percentOf } from "./percent-of.ts";
import type { ShapeState } from "./StateShape.tsx";

interface LifeBarProps {
  readonly used: number;
  readonly limit: number;
  /** Where the warning begins: a mark on the bar. */
  readonly warnAt: number;
  /** The station decides when a life is short; the bar only shows that it is. */
  readonly state: ShapeState | null;
  readonly label: string;
}

/** How much of a life is used: full width is the whole of it, with a mark where the warning begins. */
export function LifeBar({ used, limit, warnAt, state, label }: LifeBarProps) {
  return (
    <div className={styles.bar} role="img" aria-label={label}>
      <span className={styles.track}>
        <span
          className={styles.used}
          style={{ width: percentOf(used, limit) }}
          {...(state === null ? {} : { "data-state": state })}
        />
      </span>
      <span className={styles.mark} style={{ left: percentOf(warnAt, limit) }} />
    </div>
  );
}
