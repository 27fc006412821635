import { IconBackspace, IconCheck, IconChevronLeft, IconX } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { PadKey } from "../../ui/PadKey.tsx";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import styles from "./Pad.module.css";
import type { PadProps } from "./pad-props.ts";

/** Four rows of four: digits where a telephone has them, correction and submit at the right. */
export function PadKeys(props: PadProps) {
  const t = useText();
  const number = useNumber();
  const { onPress, separator } = props;
  const digits = (values: string) =>
    [...values].map((digit) => (
      <PadKey key={digit} digit onDown={() => onPress({ kind: "digit", digit })}>
        {digit}
      </PadKey>
    ));
  return (
    <div className={styles.keys}>
      {digits("123")}
      <PadKey
        icon={<IconBackspace size={32} aria-hidden="true" />}
        onDown={() => onPress({ kind: "delete" })}
      >
        {t("pad.delete")}
      </PadKey>
      {digits("456")}
      <PadKey icon={<IconX size={32} aria-hidden="true" />} onDown={() => onPress({ kind: "clear" })}>
        {t("pad.clear")}
      </PadKey>
      {digits("789")}
      <Key
        primary
        stacked
        className={styles.submit}
        icon={props.submitIcon ?? <IconCheck size={48} aria-hidden="true" />}
        disabled={props.submitDisabled}
        onPress={props.onSubmit}
      >
        {props.submitWord}
      </Key>
      <PadKey
        digit
        label={t("pad.separator")}
        disabled={separator === null}
        onDown={() => onPress({ kind: "separator" })}
      >
        {separator ?? number.separator}
      </PadKey>
      {digits("0")}
      <Key
        icon={<IconChevronLeft size={28} aria-hidden="true" />}
        className={styles.close}
        onPress={props.onClose}
      >
        {t("pad.close")}
      </Key>
    </div>
  );
}
