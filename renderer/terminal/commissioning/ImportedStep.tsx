import { IconActivityHeartbeat, IconCircleCheck } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { MiddleNote } from "../frame/MiddleNote.tsx";
import { useText } from "../text/use-text.ts";
import { StepLayout } from "./StepLayout.tsx";
import styles from "./Steps.module.css";
import type { StepProps } from "./step-props.ts";

/** The mapping that was brought in counts from now on. */
export function ImportedStep({ onGo }: StepProps<"imported">) {
  const { go } = useScreen();
  const t = useText();
  return (
    <StepLayout
      heading={t("exchange.imported")}
      onBack={() => onGo({ step: "exchange" })}
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
      <MiddleNote icon={<IconCircleCheck />} words={t("exchange.imported-note")} />
    </StepLayout>
  );
}
