import { IconX } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import { exploredOf } from "./assistant-state.ts";
import { readingWords } from "./reading-words.ts";
import { StepLayout } from "./StepLayout.tsx";
import styles from "./Steps.module.css";
import {
  measuredIn,
  signalOfNode,
  TAPPED_MEANINGS,
  type TappedMeaning,
  withSignal,
} from "./signal-of-node.ts";
import type { StepProps } from "./step-props.ts";
import { hintNodesOf, unitHint } from "./unit-hint.ts";
import { useReadings } from "./use-readings.ts";

/** One node, its value as it is now, and what it stands for: one tap. */
export function MeaningStep({ state, onGo }: StepProps<"meaning">) {
  const t = useText();
  const number = useNumber();
  const { node, path, signals, connection } = state;
  const readings = useReadings(connection, [node.node, ...hintNodesOf(node)]);
  const reading = readings.get(node.node);
  const current = signals.find((signal) => signal.node === node.node);
  const back = (next = signals) => onGo({ ...exploredOf(state), step: "browse", path, signals: next });
  const choose = (meaning: TappedMeaning) => {
    const others = signals.filter((signal) => signal !== current);
    const taken = others.map(({ signalId }) => signalId);
    const isSwitch = typeof reading?.value === "boolean";
    const signal = signalOfNode(node, meaning, { taken, isSwitch });
    if (meaning !== "measure" && meaning !== "speed") return back(withSignal(others, signal));
    const hint = unitHint(node, readings);
    const said = current === undefined ? { unit: hint.unit ?? "" } : measuredIn(current);
    onGo({ ...state, step: "unit", signal: { ...signal, ...said }, hint });
  };
  return (
    <StepLayout
      place={3}
      heading={node.name}
      note={`${readingWords(reading, number)} ${reading?.dataType ?? ""}`}
      onBack={() => back()}
      foot={
        <Key
          primary
          className={styles.primary}
          icon={<IconX size={36} aria-hidden="true" />}
          onPress={() => back(signals.filter((signal) => signal !== current))}
        >
          {t("commissioning.nothing")}
        </Key>
      }
    >
      <div className={styles.meanings}>
        {TAPPED_MEANINGS.map((meaning) => (
          <Key
            key={meaning}
            shape="tile"
            className={styles.tile}
            selected={current?.meaning === meaning}
            onPress={() => choose(meaning)}
          >
            {t(`commissioning.meaning-${meaning}`)}
          </Key>
        ))}
      </div>
    </StepLayout>
  );
}
