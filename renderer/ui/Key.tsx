import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { classNames } from "./class-names.ts";
import styles from "./Key.module.css";
import { Unbroken } from "./Unbroken.tsx";
import { usePressGuard } from "./use-press-guard.ts";

export interface KeyProps {
  /** Fires on release; sliding off cancels. */
  readonly onPress?: (() => void) | undefined;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  /** A second, quieter line. */
  readonly note?: ReactNode | undefined;
  /** The one key of a screen that does what it is for. */
  readonly primary?: boolean;
  readonly selected?: boolean;
  readonly disabled?: boolean;
  /** "tile" has the larger radius and its words at the left. */
  readonly shape?: "key" | "tile";
  readonly stacked?: boolean;
  readonly label?: string;
  readonly className?: string | undefined;
  readonly testId?: string;
}

/** A key that looks like one: 2 px edge, 4 px at its foot. */
export function Key(props: KeyProps) {
  const { primary = false, selected = false, disabled = false, shape = "key", stacked = false } = props;
  const onPress = usePressGuard(props.onPress);
  return (
    <Button
      className={classNames(styles.key, styles[shape], stacked && styles.stacked, props.className)}
      isDisabled={disabled}
      onPress={onPress}
      {...(props.label === undefined ? {} : { "aria-label": props.label })}
      {...(primary ? { "data-primary": "" } : {})}
      {...(selected ? { "data-selected": "", "aria-current": "true" } : {})}
      {...(props.testId === undefined ? {} : { "data-testid": props.testId })}
    >
      {props.icon}
      <span className={styles.words}>
        <span className={styles.word} data-lines="2">
          <Words>{props.children}</Words>
        </span>
        {props.note !== undefined && (
          <span className={styles.note}>
            <Words>{props.note}</Words>
          </span>
        )}
      </span>
    </Button>
  );
}

function Words({ children }: { readonly children: ReactNode }) {
  return typeof children === "string" ? <Unbroken text={children} /> : children;
}
