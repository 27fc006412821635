import { IconMinus, IconPlus } from "@tabler/icons-react";
import { Key } from "./Key.tsx";
import styles from "./Stepper.module.css";

interface StepperProps {
  readonly value: number;
  readonly most: number;
  readonly label: string;
  readonly fewer: string;
  readonly more: string;
  readonly unit: string;
  /** Keys that add several at once. */
  readonly jumps: readonly number[];
  readonly onChange: (value: number) => void;
}

/** A small quantity between two keys; there is no field to type into. */
export function Stepper({ value, most, label, fewer, more, unit, jumps, onChange }: StepperProps) {
  return (
    <fieldset className={styles.stepper} aria-label={label}>
      <Key
        className={styles.key}
        label={fewer}
        icon={<IconMinus size={36} aria-hidden="true" />}
        disabled={value <= 1}
        onPress={() => onChange(value - 1)}
      >
        {""}
      </Key>
      <output className={styles.value}>{value}</output>
      <Key
        className={styles.key}
        label={more}
        icon={<IconPlus size={36} aria-hidden="true" />}
        disabled={value >= most}
        onPress={() => onChange(value + 1)}
      >
        {""}
      </Key>
      <span className={styles.unit}>{unit}</span>
      {jumps.map((jump) => (
        <Key
          key={jump}
          className={styles.jump}
          disabled={value >= most}
          onPress={() => onChange(Math.min(most, value + jump))}
        >
          +{jump}
        </Key>
      ))}
    </fieldset>
  );
}
