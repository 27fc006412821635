import { IconArrowLeft } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Key } from "../../ui/Key.tsx";
import { ScreenHeading } from "../../ui/ScreenHeading.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./StepLayout.module.css";

interface StepLayoutProps {
  /** Which of the steps to a machine; left out beside that way. */
  readonly place?: number;
  readonly heading: string;
  readonly note?: string | undefined;
  readonly children: ReactNode;
  readonly onBack: () => void;
  /** Beside the way back; the primary stands last. */
  readonly foot: ReactNode;
}

const STEPS = [1, 2, 3, 4];

/** One question of the assistant: where it is, what it asks, the way back and the way on. */
export function StepLayout({ place, heading, note, children, onBack, foot }: StepLayoutProps) {
  const t = useText();
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <ScreenHeading className={styles.heading}>{heading}</ScreenHeading>
        <p className={styles.note} data-clip>
          {note}
        </p>
        {place !== undefined && (
          <>
            <p className={styles.place}>{t("commissioning.step", { place, steps: STEPS.length })}</p>
            <span className={styles.steps} aria-hidden="true">
              {STEPS.map((step) => (
                <span key={step} data-step={standOf(step, place)} />
              ))}
            </span>
          </>
        )}
      </header>
      <div className={styles.body}>{children}</div>
      <div className={styles.foot}>
        <Key className={styles.back} icon={<IconArrowLeft size={32} aria-hidden="true" />} onPress={onBack}>
          {t("commissioning.back")}
        </Key>
        {foot}
      </div>
    </div>
  );
}

function standOf(step: number, place: number): "past" | "now" | "ahead" {
  if (step === place) return "now";
  return step < place ? "past" : "ahead";
}
