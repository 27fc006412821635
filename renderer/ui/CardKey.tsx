import { IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import styles from "./CardKey.module.css";
import { classNames } from "./class-names.ts";
import { usePressGuard } from "./use-press-guard.ts";

interface CardKeyProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly onPress: () => void;
}

/** A card that is one key; the chevron says so, and nothing inside it is pressable. */
export function CardKey({ title, children, className, onPress }: CardKeyProps) {
  const guarded = usePressGuard(onPress);
  return (
    <Button className={classNames(styles.card, className)} onPress={guarded}>
      <span className={styles.head}>
        <span className={styles.title}>{title}</span>
        <IconChevronRight size={28} aria-hidden="true" />
      </span>
      {children}
    </Button>
  );
}
