import { IconBinaryTree, IconCpu } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { useText } from "../text/use-text.ts";
import { exploredOf } from "./assistant-state.ts";
import { StepLayout } from "./StepLayout.tsx";
import styles from "./Steps.module.css";
import type { StepProps } from "./step-props.ts";

const TILES = 8;

/** Machines that speak a known language come with a mapping that is ready; any other is mapped node by node. */
export function MachineStep({ state, onGo }: StepProps<"machine">) {
  const t = useText();
  const { recognised, root, isCutShort } = state.machine;
  const browse = () => onGo({ ...exploredOf(state), step: "browse", path: [root] });
  return (
    <StepLayout
      place={3}
      heading={t("commissioning.machine")}
      note={
        isCutShort
          ? t("commissioning.cut-short")
          : t("commissioning.machine-note", { count: recognised.length })
      }
      onBack={() => onGo({ step: "address" })}
      foot={
        <Key
          primary={recognised.length === 0}
          className={styles.primary}
          icon={<IconBinaryTree size={36} aria-hidden="true" />}
          onPress={browse}
        >
          {t("commissioning.browse")}
        </Key>
      }
    >
      <div className={styles.tiles}>
        {recognised.slice(0, TILES).map(({ node, name, models, signals, alarmSources }, index) => (
          <Key
            key={node}
            primary={index === 0}
            shape="tile"
            className={styles.tile}
            icon={<IconCpu size={36} aria-hidden="true" />}
            note={[
              `${models.join(", ")}: ${t("commissioning.signals", { count: signals.length })}`,
              ...(alarmSources.length > 0 ? [t("commissioning.with-alarms")] : []),
            ].join(", ")}
            onPress={() => onGo({ ...exploredOf(state), step: "prove", name, signals, alarmSources })}
          >
            {name}
          </Key>
        ))}
      </div>
    </StepLayout>
  );
}
