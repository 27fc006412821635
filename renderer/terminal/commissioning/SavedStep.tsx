import { IconActivityHeartbeat, IconCircleCheck } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { MiddleNote } from "../frame/MiddleNote.tsx";
import { useText } from "../text/use-text.ts";
import { StepLayout } from "./StepLayout.tsx";
import styles from "./Steps.module.css";
import type { StepProps } from "./step-props.ts";

/** The machine is part of the station from now on. */
export function SavedStep({ state, onGo }: StepProps<"saved">) {
  const { go } = useScreen();
  const t = useText();
  return (
    <StepLayout
      place={4}
      heading={t("commissioning.saved", { name: state.name })}
      onBack={() => onGo({ step: "address" })}
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
      <MiddleNote icon={<IconCircleCheck />} words={t("commissioning.saved-note")} />
    </StepLayout>
  );
}
