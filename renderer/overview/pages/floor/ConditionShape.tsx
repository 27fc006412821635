import { IconCloudOff } from "@tabler/icons-react";
import { StateShape } from "../../../ui/StateShape.tsx";
import styles from "./ConditionShape.module.css";
import { conditionState } from "./condition-look.ts";
import type { TileCondition } from "./tile-condition.ts";

interface ConditionShapeProps {
  readonly condition: TileCondition;
  readonly size: number;
}

/** The shape that goes with the word of a condition. No signal wears its dashed box, as on the terminal. */
export function ConditionShape({ condition, size }: ConditionShapeProps) {
  if (condition === "offline") return <IconCloudOff size={size} aria-hidden="true" />;
  if (condition !== "no-signal") return <StateShape state={conditionState(condition)} size={size} />;
  return (
    <span className={styles.box}>
      <StateShape state="no-signal" size={Math.round(size * 0.7)} />
    </span>
  );
}
