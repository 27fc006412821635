import styles from "./BoxRuler.module.css";
import { rulerPlace, rulerSegments } from "./box-ruler.ts";

interface BoxRulerProps {
  readonly good: number;
  /** Pieces that others have made of the same order; they follow the own ones. */
  readonly elsewhere?: number;
  readonly planned: number;
  readonly boxQuantity: number | null;
  /** Null: no target marker. */
  readonly target: number | null;
  readonly label: string;
  readonly heightPx?: number;
}

/** Progress in boxes, with a marker where the order should be by now. */
export function BoxRuler(props: BoxRulerProps) {
  const { good, elsewhere = 0, planned, boxQuantity, target, label, heightPx = 24 } = props;
  const segments = rulerSegments(good, planned, boxQuantity);
  const known = rulerSegments(good + elsewhere, planned, boxQuantity);
  return (
    <div className={styles.ruler} role="img" aria-label={label} style={{ height: heightPx }}>
      {segments.map((segment, index) => (
        <span key={segment.from} className={styles.segment} style={{ flexGrow: segment.pieces }}>
          {elsewhere > 0 && (
            <span className={styles.known} style={{ width: `${(known[index]?.filled ?? 0) * 100}%` }} />
          )}
          <span className={styles.fill} style={{ width: `${segment.filled * 100}%` }} />
        </span>
      ))}
      {target !== null && (
        <span className={styles.target} style={{ left: `${rulerPlace(target, planned) * 100}%` }}>
          <svg width="18" height="10" viewBox="0 0 18 10" aria-hidden="true" focusable="false">
            <path d="M0 0h18L9 10z" fill="currentColor" />
          </svg>
        </span>
      )}
    </div>
  );
}
