import styles from "./LifeBar.module.css";
import type { ShapeState } from "./StateShape.tsx";

interface LifeBarProps {
  readonly used: number;
  readonly limit: number;
  /** Where the warning begins is the station's business; the bar only shows that it has. */
  readonly state: ShapeState | null;
  readonly label: string;
}

/** How much of a life is used: full width is the whole of it. */
export function LifeBar({ used, limit, state, label }: LifeBarProps) {
  const share = limit <= 0 ? 1 : Math.min(1, Math.max(0, used / limit));
  return (
    <div className={styles.bar} role="img" aria-label={label}>
      <span
        className={styles.used}
        style={{ width: `${share * 100}%` }}
        {...(state === null ? {} : { "data-state": state })}
      />
    </div>
  );
}
