import { IconActivityHeartbeat, IconCircleCheck } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { MiddleNote } from "../frame/MiddleNote.tsx";
import { useText } from "../text/use-text.ts";
import { StepLayout } from "./StepLayout.tsx";
import styles from "./Steps.module.css";

interface CountsNowStepProps {
  /** Which of the steps to a machine; left out beside that way. */
  readonly place?: number;
  readonly heading: string;
  readonly words: string;
  readonly onBack: () => void;
}

/** What was done counts from now on; the next thing to look at is the machine. */
export function CountsNowStep({ words, ...layout }: CountsNowStepProps) {
  const { go } = useScreen();
  const t = useText();
  return (
    <StepLayout
      {...layout}
      foot={
        <Key
          primary
          className={styles.primary}
          icon={<IconActivityHeartbeat size={36} aria-hidden="true" />}
          onPress={() => go("machine")}
        >
          {t("dock.machine")}
        </Key>
      }
    >
      <MiddleNote icon={<IconCircleCheck />} words={words} />
    </StepLayout>
  );
}
