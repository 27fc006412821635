import styles from "./CountdownRing.module.css";

const RADIUS = 20;
const ROUND = 2 * Math.PI * RADIUS;

interface CountdownRingProps {
  readonly seconds: number;
  readonly whole: number;
  readonly label: string;
}

/** Steps once a second; nothing else on the bar moves. */
export function CountdownRing({ seconds, whole, label }: CountdownRingProps) {
  return (
    <span className={styles.ring} role="timer" aria-label={label}>
      <svg width="48" height="48" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
        <circle cx="24" cy="24" r={RADIUS} className={styles.track} />
        <circle
          cx="24"
          cy="24"
          r={RADIUS}
          className={styles.left}
          strokeDasharray={`${(ROUND * seconds) / whole} ${ROUND}`}
          transform="rotate(-90 24 24)"
        />
      </svg>
      <span className={styles.number}>{seconds}</span>
    </span>
  );
}
