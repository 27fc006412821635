import { useState } from "react";
import type { CheckView } from "../../../shared/screen/screen-model.ts";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { Pad } from "../pad/Pad.tsx";
import type { PadPress } from "../pad/pad-text.ts";
import { usePadEntry } from "../pad/use-pad-entry.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";

const LONGEST = 9;

/** A measured value by hand, with the separator of the person's language. */
export function MeasurePad({ check }: { readonly check: CheckView }) {
  const { closeSheet, dismissNotice } = useScreen();
  const t = useText();
  const number = useNumber();
  const { characteristicId, sampleSize } = check;
  const entry = usePadEntry({
    purpose: "measurement",
    subject: characteristicId,
    longest: LONGEST,
    decimals: true,
  });
  const record = useCommand("quality.recordMeasurement", entry.intentId);
  const [doubted, setDoubted] = useState<string | null>(null);
  const isDoubted = doubted !== null && doubted === entry.text;
  const shown = number.decimal(entry.text);
  const submit = async () => {
    const isLast = check.pieces.length + 1 >= sampleSize;
    const answer = await record.run({ characteristicId, text: entry.text, confirmed: isDoubted });
    if (answer === null) return;
    if (answer.ok) {
      entry.forget();
      if (isLast) closeSheet();
    } else if (answer.refusal.code === "implausible-value") {
      dismissNotice();
      setDoubted(entry.text);
    }
  };
  return (
    <Pad
      label={t("pad.value", { name: check.name, piece: Math.min(check.pieces.length + 1, sampleSize) })}
      hint={hint()}
      warning={isDoubted || entry.restored}
      shown={shown}
      separator={number.separator}
      submitWord={submitWord()}
      submitDisabled={entry.text === "" || entry.text.endsWith(".")}
      onPress={(press: PadPress) => entry.press(press)}
      onSubmit={() => void submit()}
      onClose={() => {
        entry.forget();
        closeSheet();
      }}
    />
  );

  function hint(): string {
    if (isDoubted) return t("pad.check-gauge", { value: shown });
    if (entry.restored) return t("pad.restored");
    return t("pad.limits", {
      lower: number.decimal(check.lowerLimit),
      upper: number.decimal(check.upperLimit),
      unit: check.unit,
    });
  }

  function submitWord(): string {
    if (isDoubted) return t("pad.it-is-real");
    return entry.text === "" ? t("pad.book-empty") : t("pad.book", { value: shown });
  }
}
