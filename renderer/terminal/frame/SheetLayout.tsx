import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Key } from "../../ui/Key.tsx";
import { ScreenHeading } from "../../ui/ScreenHeading.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import styles from "./SheetLayout.module.css";

interface SheetLayoutProps {
  readonly heading: string;
  readonly note?: string | undefined;
  readonly children: ReactNode;
  /** Beside the key that leaves. */
  readonly foot?: ReactNode;
  /** On the key that leaves; its usual word where it is left out. */
  readonly closeWord?: string;
  /** Leaving is all there is to do here. */
  readonly closeIsPrimary?: boolean;
}

/** A sheet over the content: a question, its answers, and the way back. Header, strip and dock stay live. */
export function SheetLayout({
  heading,
  note,
  children,
  foot,
  closeWord,
  closeIsPrimary = false,
}: SheetLayoutProps) {
  const { closeSheet } = useScreen();
  const t = useText();
  return (
    <section className={styles.sheet} aria-label={heading}>
      <header className={styles.head}>
        <ScreenHeading className={styles.heading}>{heading}</ScreenHeading>
        {note !== undefined && <p className={styles.note}>{note}</p>}
      </header>
      <div className={styles.body}>{children}</div>
      <div className={styles.foot}>
        <Key
          className={closeIsPrimary ? styles.tall : styles.cancel}
          primary={closeIsPrimary}
          icon={<IconX size={32} aria-hidden="true" />}
          onPress={closeSheet}
        >
          {closeWord ?? t(closeIsPrimary ? "key.close" : "key.cancel")}
        </Key>
        {foot}
      </div>
    </section>
  );
}
