import type { ReactNode } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import styles from "./ChoiceKeys.module.css";
import { classNames } from "./class-names.ts";

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly word: string;
  readonly icon?: ReactNode;
}

interface ChoiceKeysProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: Value | null;
  readonly onChoose: (value: Value) => void;
  readonly className?: string | undefined;
}

/** Keys of which one is chosen. */
export function ChoiceKeys<Value extends string>(props: ChoiceKeysProps<Value>) {
  const { label, choices, chosen, onChoose, className } = props;
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={classNames(styles.group, className)}
      selectionMode="single"
      disallowEmptySelection={chosen !== null}
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const next = choices.find((choice) => keys.has(choice.value));
        if (next !== undefined) onChoose(next.value);
      }}
    >
      {choices.map((choice) => (
        <ToggleButton key={choice.value} id={choice.value} className={styles.key ?? ""}>
          {choice.icon}
          <span>{choice.word}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
