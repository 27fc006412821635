import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { Key } from "../../ui/Key.tsx";
import { useText } from "../text/use-text.ts";
import { exploredOf } from "./assistant-state.ts";
import { HandCountPanels } from "./HandCountPanels.tsx";
import { type HandCount, isProven } from "./hand-count.ts";
import { ProofList } from "./ProofList.tsx";
import { StepLayout } from "./StepLayout.tsx";
import styles from "./Steps.module.css";
import type { StepProps } from "./step-props.ts";
import { useFirstReading } from "./use-first-reading.ts";
import { useSaveMachine } from "./use-save-machine.ts";

/** The machine's count against a person's, and then the mapping is saved. */
export function ProveStep({ state, onGo }: StepProps<"prove">) {
  const t = useText();
  const [seen, setSeen] = useState(0);
  const { busy, save } = useSaveMachine(state, () => onGo({ step: "saved", name: state.name }));
  const { connection, signals, name, machine, alarmSources } = state;
  const counter = signals.find(({ meaning }) => meaning === "count-total" || meaning === "count-good");
  const { first: from, now, readings, again } = useFirstReading(connection, signals, counter);
  const count: HandCount = { from, now, seen };
  return (
    <StepLayout
      place={4}
      heading={t("commissioning.prove")}
      note={alarmSources.length > 0 ? `${name}, ${t("commissioning.with-alarms")}` : name}
      onBack={() => onGo({ ...exploredOf(state), step: "browse", path: [machine.root] })}
      foot={
        <Key
          primary
          className={styles.primary}
          icon={<IconCheck size={36} aria-hidden="true" />}
          note={isProven(count) ? undefined : t("commissioning.not-proven")}
          disabled={busy}
          onPress={() => void save()}
        >
          {t("commissioning.save")}
        </Key>
      }
    >
      <div className={styles.prove}>
        <ProofList signals={signals} readings={readings} />
        <HandCountPanels
          count={count}
          counterName={counter === undefined ? null : (counter.name ?? counter.signalId)}
          onSeen={() => setSeen((before) => before + 1)}
          onAgain={() => {
            again();
            setSeen(0);
          }}
        />
      </div>
    </StepLayout>
  );
}
