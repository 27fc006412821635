import { IconArrowBigUp, IconArrowBigUpFilled, IconBackspace, IconSpace } from "@tabler/icons-react";
import { useState } from "react";
import { PadKey } from "../../ui/PadKey.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./TextKeys.module.css";
import { lettersOf, type TextLayer } from "./text-layers.ts";

interface TextKeysProps {
  readonly onCharacter: (character: string) => void;
  readonly onDelete: () => void;
}

/** Letters, digits and signs for gloves; the panel has no keyboard and shows none of the system's. */
export function TextKeys({ onCharacter, onDelete }: TextKeysProps) {
  const t = useText();
  const [layer, setLayer] = useState<TextLayer>("small");
  const [digits, first, second, third] = lettersOf(layer);
  const Shift = layer === "capital" ? IconArrowBigUpFilled : IconArrowBigUp;
  const type = (character: string) => {
    onCharacter(character);
    // One capital at a time, as on every telephone.
    setLayer((before) => (before === "capital" ? "small" : before));
  };
  const keys = (characters: readonly string[]) =>
    characters.map((character) =>
      character === " " ? (
        <PadKey
          key={character}
          letter
          label={t("keys.space")}
          icon={<IconSpace size={32} aria-hidden="true" />}
          onDown={() => type(character)}
        >
          {""}
        </PadKey>
      ) : (
        <PadKey key={character} letter onDown={() => type(character)}>
          {character}
        </PadKey>
      ),
    );
  return (
    <div className={styles.keys}>
      {keys(digits)}
      <PadKey
        letter
        label={t("pad.delete")}
        icon={<IconBackspace size={32} aria-hidden="true" />}
        onDown={onDelete}
      >
        {""}
      </PadKey>
      {keys(first)}
      {keys(second)}
      <PadKey
        letter
        label={t("keys.capital")}
        icon={<Shift size={32} aria-hidden="true" />}
        onDown={() => setLayer(layer === "capital" ? "small" : "capital")}
      >
        {""}
      </PadKey>
      {keys(third)}
      <PadKey letter onDown={() => setLayer(layer === "signs" ? "small" : "signs")}>
        {layer === "signs" ? "abc" : "#+="}
      </PadKey>
    </div>
  );
}
