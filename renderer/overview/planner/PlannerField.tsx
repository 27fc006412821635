import { useId } from "react";
import { FormattedMessage } from "react-intl";
import styles from "./PlannerForm.module.css";

interface PlannerFieldProps {
  /** Message id. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: "text" | "number" | "password" | "datetime-local";
  readonly maxLength?: number;
}

/** One field of a planner's form, its label above it. */
export function PlannerField({ label, value, onChange, type = "text", maxLength = 200 }: PlannerFieldProps) {
  const id = useId();
  return (
    <label className={styles.field} htmlFor={id}>
      <span>
        <FormattedMessage id={label} />
      </span>
      <input
        id={id}
        type={type}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        spellCheck={false}
        {...(type === "number" ? { min: 1, step: 1 } : {})}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
