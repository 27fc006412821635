import type { ReactNode } from "react";
import styles from "./Chip.module.css";
import { type ShapeState, StateShape } from "./StateShape.tsx";

interface ChipProps {
  readonly state: ShapeState;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** A small state: soft ground, shape and word. */
export function Chip({ state, icon, children }: ChipProps) {
  return (
    <span className={styles.chip} data-state={state}>
      {icon ?? <StateShape state={state} size={20} />}
      <span className={styles.word}>{children}</span>
    </span>
  );
}
