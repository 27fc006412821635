import styles from "./TenthsBar.module.css";

const SEGMENTS = 10;
const PITCH = 100;
const GAP = 4;

/** A ruler of ten segments, a tenth of the order each; readable from further off than one long bar. */
export function TenthsBar({ share }: { readonly share: number }) {
  const segments = Array.from({ length: SEGMENTS }, (_, index) => {
    const filled = Math.min(1, Math.max(0, share * SEGMENTS - index));
    return { x: index * PITCH, filled };
  });
  return (
    <svg
      className={styles.bar}
      preserveAspectRatio="none"
      viewBox={`0 0 ${SEGMENTS * PITCH - GAP} 10`}
      aria-hidden="true"
    >
      {segments.map(({ x, filled }) => (
        <g key={x}>
          <rect className={styles.track} x={x} width={PITCH - GAP} height="10" />
          <rect className={styles.fill} x={x} width={(PITCH - GAP) * filled} height="10" />
        </g>
      ))}
    </svg>
  );
}
