import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { classNames } from "./class-names.ts";
import styles from "./PadKey.module.css";
import { usePressGuard } from "./use-press-guard.ts";

/** Two taps of a quick finger on the same digit are further apart than this, a bounce is not. */
const PAD_BOUNCE_MS = 80;

interface PadKeyProps {
  readonly onDown: () => void;
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  readonly label?: string;
  readonly disabled?: boolean;
  readonly digit?: boolean;
  /** One of the many keys for letters, which are as small as keys may be. */
  readonly letter?: boolean;
}

/** A key of the numeric pad: fires on touch-down. */
export function PadKey(props: PadKeyProps) {
  const { onDown, children, icon, label, disabled = false, digit = false, letter = false } = props;
  const guarded = usePressGuard(onDown, PAD_BOUNCE_MS);
  return (
    <Button
      className={classNames(styles.key, digit && styles.digit, letter && styles.letter)}
      isDisabled={disabled}
      onPressStart={guarded}
      data-acts-at-once=""
      {...(letter ? {} : { "data-pad-key": "" })}
      {...(label === undefined ? {} : { "aria-label": label })}
    >
      {icon}
      <span>{children}</span>
    </Button>
  );
}
