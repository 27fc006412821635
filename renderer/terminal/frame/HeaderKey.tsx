import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { ShapeState } from "../../ui/StateShape.tsx";
import { usePressGuard } from "../../ui/use-press-guard.ts";
import styles from "./HeaderKey.module.css";

interface HeaderKeyProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly note?: string | undefined;
  /** Only when a person must act; everything else is neutral. */
  readonly state?: ShapeState | undefined;
  /** Of something that is not in force now. */
  readonly isDim?: boolean | undefined;
  readonly onPress: () => void;
  readonly testId: string;
}

/** A key of the header: 64 high, icon and two lines. */
export function HeaderKey({ icon, title, note, state, isDim, onPress, testId }: HeaderKeyProps) {
  const guarded = usePressGuard(onPress);
  return (
    <Button
      className={styles.key ?? ""}
      onPress={guarded}
      data-testid={testId}
      {...(state === undefined ? {} : { "data-state": state })}
      {...(isDim === true ? { "data-dim": "" } : {})}
    >
      {icon}
      <span className={styles.words}>
        <span className={styles.title} data-clip>
          {title}
        </span>
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </span>
    </Button>
  );
}
