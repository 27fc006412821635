import { IconBackspace, IconCheck, IconChevronLeft, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Key } from "../../ui/Key.tsx";
import { PadKey } from "../../ui/PadKey.tsx";
import { ScreenHeading } from "../../ui/ScreenHeading.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./Pad.module.css";
import type { PadPress } from "./pad-text.ts";

interface PadProps {
  readonly label: string;
  readonly hint: string;
  /** The hint says why the entry is not taken. */
  readonly warning?: boolean;
  readonly shown: string;
  /** Spoken instead of what is shown, for a PIN. */
  readonly spoken?: string;
  /** Decimal separator of the language; null: whole numbers only. */
  readonly separator: string | null;
  readonly submitWord: string;
  readonly submitIcon?: ReactNode;
  readonly submitDisabled: boolean;
  readonly onPress: (press: PadPress) => void;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

const ROWS = [
  ["1", "2", "3"],
  ["4", "5", "6"],
  ["7", "8", "9"],
];

/** The numeric pad: keys and a display, no field, so no scan and no stray key can ever be typed into it. */
export function Pad(props: PadProps) {
  const t = useText();
  const { onPress, separator } = props;
  const digit = (value: string) => (
    <PadKey key={value} digit onDown={() => onPress({ kind: "digit", digit: value })}>
      {value}
    </PadKey>
  );
  return (
    <section className={styles.pad}>
      <div className={styles.display} data-warning={props.warning === true}>
        <div className={styles.words}>
          <ScreenHeading className={styles.label}>{props.label}</ScreenHeading>
          <span className={styles.hint} role="status">
            {props.hint}
          </span>
        </div>
        <output
          className={styles.value}
          aria-label={props.spoken ?? (props.shown || t("pad.empty"))}
          data-testid="pad-value"
        >
          {props.shown}
          <span className={styles.caret} aria-hidden="true" />
        </output>
      </div>
      <div className={styles.keys}>
        {ROWS[0]?.map(digit)}
        <PadKey
          icon={<IconBackspace size={32} aria-hidden="true" />}
          onDown={() => onPress({ kind: "delete" })}
        >
          {t("pad.delete")}
        </PadKey>
        {ROWS[1]?.map(digit)}
        <PadKey icon={<IconX size={32} aria-hidden="true" />} onDown={() => onPress({ kind: "clear" })}>
          {t("pad.clear")}
        </PadKey>
        {ROWS[2]?.map(digit)}
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
          {separator ?? ","}
        </PadKey>
        {digit("0")}
        <Key
          icon={<IconChevronLeft size={28} aria-hidden="true" />}
          className={styles.close}
          onPress={props.onClose}
        >
          {t("pad.close")}
        </Key>
      </div>
    </section>
  );
}
