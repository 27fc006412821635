import { IconCheck } from "@tabler/icons-react";
import { ChoiceKeys } from "../../ui/ChoiceKeys.tsx";
import { Key } from "../../ui/Key.tsx";
import { unitSign } from "../machine/unit-sign.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import { unitChoices } from "./common-units.ts";
import { scaledWords, valueOfSignal } from "./reading-words.ts";
import { StepLayout } from "./StepLayout.tsx";
import styles from "./Steps.module.css";
import type { StepProps } from "./step-props.ts";
import { useReadings } from "./use-readings.ts";

const SCALES = [0.001, 0.01, 0.1, 1, 10, 100, 1_000] as const;

/** What a value is measured in, and by what the raw number is multiplied; shown at once as people will see it. */
export function UnitStep({ state, onGo }: StepProps<"unit">) {
  const t = useText();
  const number = useNumber();
  const { node, signal, hint, connection } = state;
  const reading = useReadings(connection, [node.node]).get(node.node);
  const { unit, scale = 1 } = signal;
  const choose = (over: Partial<typeof signal>) => onGo({ ...state, signal: { ...signal, ...over } });
  const now = scaledWords(valueOfSignal(reading, signal), scale, number);
  const said = hint.unit === null ? [] : [t("commissioning.machine-says", { unit: unitSign(hint.unit) })];
  return (
    <StepLayout
      place={3}
      heading={node.name}
      note={[t("commissioning.unit-note", { value: `${now} ${unitSign(unit)}`.trim() }), ...said].join(", ")}
      onBack={() => onGo({ ...state, step: "meaning" })}
      foot={
        <Key
          primary
          className={styles.primary}
          icon={<IconCheck size={36} aria-hidden="true" />}
          onPress={() => onGo({ ...state, step: "limits" })}
        >
          {t("key.next")}
        </Key>
      }
    >
      <div className={styles.unit}>
        <div className={styles.units}>
          {unitChoices(hint.unit).map((code) => (
            <Key
              key={code}
              selected={unitSign(code) === unitSign(unit)}
              className={styles.choice}
              onPress={() => choose({ unit: code })}
            >
              {unitSign(code) || t("commissioning.no-unit")}
            </Key>
          ))}
        </div>
        <ChoiceKeys
          label={t("commissioning.scale")}
          choices={SCALES.map((one) => ({ value: String(one), word: `× ${number.decimal(String(one))}` }))}
          chosen={String(scale)}
          onChoose={(chosen) => choose({ scale: Number(chosen) })}
        />
      </div>
    </StepLayout>
  );
}
