import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { Key } from "../../ui/Key.tsx";
import { unitSign } from "../machine/unit-sign.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import { exploredOf } from "./assistant-state.ts";
import { LimitEnds } from "./LimitEnds.tsx";
import { LimitsPad } from "./LimitsPad.tsx";
import { entryOf, type LimitEnd, limitsOf, suggestedLimits } from "./limits-entry.ts";
import { scaledWords, valueOfSignal } from "./reading-words.ts";
import { StepLayout } from "./StepLayout.tsx";
import styles from "./Steps.module.css";
import { withSignal } from "./signal-of-node.ts";
import type { StepProps } from "./step-props.ts";
import { useReadings } from "./use-readings.ts";

/** Between what the value is normal; outside of it the Machine screen says so. */
export function LimitsStep({ state, onGo }: StepProps<"limits">) {
  const t = useText();
  const number = useNumber();
  const { node, path, signal, signals, hint, connection } = state;
  const [entry, setEntry] = useState(() => entryOf(signal.limits));
  const [end, setEnd] = useState<LimitEnd>("low");
  const reading = useReadings(connection, [node.node]).get(node.node);
  const { scale = 1 } = signal;
  const unit = unitSign(signal.unit);
  const limits = limitsOf(entry);
  const take = () => {
    const { limits: _before, ...rest } = signal;
    const said = limits === undefined || limits === null ? rest : { ...rest, limits };
    const others = signals.filter((one) => one.node !== node.node);
    onGo({ ...exploredOf(state), step: "browse", path, signals: withSignal(others, said) });
  };
  return (
    <StepLayout
      place={3}
      heading={t("commissioning.limits", { name: node.name })}
      note={t("commissioning.unit-note", {
        value: `${scaledWords(valueOfSignal(reading, signal), scale, number)} ${unit}`.trim(),
      })}
      onBack={() => onGo({ ...state, step: "unit" })}
      foot={
        <Key
          primary
          className={styles.primary}
          icon={<IconCheck size={36} aria-hidden="true" />}
          note={limits === null ? t("commissioning.limits-wrong") : undefined}
          disabled={limits === null}
          onPress={take}
        >
          {t(limits === undefined ? "commissioning.no-limits" : "commissioning.take-limits")}
        </Key>
      }
    >
      <div className={styles.limits}>
        <LimitEnds
          entry={entry}
          end={end}
          unit={unit}
          suggested={suggestedLimits(hint, scale)}
          onEnd={setEnd}
          onEntry={setEntry}
        />
        <LimitsPad
          separator={number.separator}
          onChange={(change) => setEntry((before) => ({ ...before, [end]: change(before[end]) }))}
        />
      </div>
    </StepLayout>
  );
}
