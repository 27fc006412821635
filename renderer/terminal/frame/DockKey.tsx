import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { classNames } from "../../ui/class-names.ts";
import { usePressGuard } from "../../ui/use-press-guard.ts";
import styles from "./Dock.module.css";

interface DockKeyProps {
  readonly icon: ReactNode;
  readonly word: string;
  readonly active: boolean;
  readonly help?: boolean;
  readonly onPress: () => void;
}

export function DockKey({ icon, word, active, help = false, onPress }: DockKeyProps) {
  const guarded = usePressGuard(onPress);
  return (
    <Button
      className={classNames(styles.key, help && styles.help)}
      onPress={guarded}
      {...(active ? { "data-active": "", "aria-current": "page" } : {})}
    >
      {icon}
      <span className={styles.word} data-lines="1">
        {word}
      </span>
    </Button>
  );
}
