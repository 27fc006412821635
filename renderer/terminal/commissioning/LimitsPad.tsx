import { Key } from "../../ui/Key.tsx";
import { PadKey } from "../../ui/PadKey.tsx";
import { type PadPress, padTextAfter } from "../pad/pad-text.ts";
import { useText } from "../text/use-text.ts";
import { signTurned } from "./limits-entry.ts";
import styles from "./Steps.module.css";

const RULES = { longest: 9, decimals: true };

interface LimitsPadProps {
  readonly separator: string;
  readonly onChange: (change: (text: string) => string) => void;
}

/** Digits with a sign and a separator, for the limit that is chosen beside it. */
export function LimitsPad({ separator, onChange }: LimitsPadProps) {
  const t = useText();
  const press = (pressed: PadPress) => onChange((text) => padTextAfter(text, pressed, RULES));
  const digits = (values: string) =>
    [...values].map((digit) => (
      <PadKey key={digit} digit onDown={() => press({ kind: "digit", digit })}>
        {digit}
      </PadKey>
    ));
  return (
    <div className={styles.pad}>
      <Key className={styles.wide} onPress={() => press({ kind: "clear" })}>
        {t("pad.clear")}
      </Key>
      <Key className={styles.wide} onPress={() => press({ kind: "delete" })}>
        {t("pad.delete")}
      </Key>
      {digits("123")}
      <PadKey digit label={t("pad.separator")} onDown={() => press({ kind: "separator" })}>
        {separator}
      </PadKey>
      {digits("456")}
      <PadKey digit label={t("commissioning.sign")} onDown={() => onChange(signTurned)}>
        ±
      </PadKey>
      {digits("7890")}
    </div>
  );
}
