import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { classNames } from "./class-names.ts";
import styles from "./HoldKey.module.css";
import keyStyles from "./Key.module.css";

const HOLD_MS = 800;

interface HoldKeyProps {
  readonly onHeld: () => void;
  readonly icon: ReactNode;
  readonly children: ReactNode;
  readonly note: ReactNode;
  readonly disabled?: boolean;
  readonly className?: string | undefined;
}

/** A key that acts only when it was held for 0.8 s: for what cannot be undone. Letting go or sliding off cancels. */
export function HoldKey({ onHeld, icon, children, note, disabled = false, className }: HoldKeyProps) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [holding, setHolding] = useState(false);
  const stop = () => {
    clearTimeout(timer.current);
    setHolding(false);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const begin = () => {
    setHolding(true);
    timer.current = setTimeout(() => {
      setHolding(false);
      onHeld();
    }, HOLD_MS);
  };
  return (
    <Button
      className={classNames(keyStyles.key, styles.hold, className)}
      isDisabled={disabled}
      onPressStart={begin}
      onPressEnd={stop}
      data-irreversible
      {...(holding ? { "data-holding": "" } : {})}
    >
      <span className={styles.fill} aria-hidden="true" />
      {icon}
      <span className={classNames(keyStyles.words, styles.words)}>
        <span>{children}</span>
        <span className={keyStyles.note}>{note}</span>
      </span>
    </Button>
  );
}
