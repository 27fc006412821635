import { IconLineScan } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Key } from "../../ui/Key.tsx";
import { ScreenHeading } from "../../ui/ScreenHeading.tsx";
import styles from "./EmptyScreen.module.css";

interface EmptyScreenProps {
  readonly heading: string;
  readonly note: string;
  readonly keyWord: string;
  readonly keyIcon: ReactNode;
  readonly onPress: () => void;
  readonly children?: ReactNode;
}

/** A screen with nothing to show says what is missing and where to go. */
export function EmptyScreen({ heading, note, keyWord, keyIcon, onPress, children }: EmptyScreenProps) {
  return (
    <div className={styles.screen}>
      <IconLineScan size={120} stroke={1.25} aria-hidden="true" />
      <ScreenHeading className={styles.heading}>{heading}</ScreenHeading>
      <p className={styles.note}>{note}</p>
      <div className={styles.keys}>
        <Key primary className={styles.key} icon={keyIcon} onPress={onPress}>
          {keyWord}
        </Key>
        {children}
      </div>
    </div>
  );
}
