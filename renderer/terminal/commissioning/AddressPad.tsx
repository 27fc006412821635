import { Key } from "../../ui/Key.tsx";
import { PadKey } from "../../ui/PadKey.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./AddressStep.module.css";

const KEYS = ["1", "2", "3", ".", "4", "5", "6", ":", "7", "8", "9", "0"];
/** "255.255.255.255:65535" */
const LONGEST = 21;

interface AddressPadProps {
  readonly digits: string;
  readonly onDigits: (digits: string) => void;
}

/** Digits of an address, for hands in gloves. */
export function AddressPad({ digits, onDigits }: AddressPadProps) {
  const t = useText();
  return (
    <div className={styles.pad}>
      <output className={styles.value} aria-label={t("commissioning.address")} data-clip>
        <span className={styles.scheme}>opc.tcp://</span>
        {digits}
      </output>
      {KEYS.map((key) => (
        <PadKey key={key} digit onDown={() => onDigits((digits + key).slice(0, LONGEST))}>
          {key}
        </PadKey>
      ))}
      <div className={styles.delete}>
        <Key disabled={digits === ""} onPress={() => onDigits(digits.slice(0, -1))}>
          {t("pad.delete")}
        </Key>
      </div>
    </div>
  );
}
