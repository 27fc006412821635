import { IconArrowBigUp, IconArrowBigUpFilled, IconBackspace, IconSpace } from "@tabler/icons-react";
import { useState } from "react";
import { PadKey } from "../../ui/PadKey.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./TextKeys.module.css";
import { afterCharacter, lettersOf, nextLayer, shifted, type TextLayer } from "./text-layers.ts";

interface TextKeysProps {
  readonly onCharacter: (character: string) => void;
  readonly onDelete: () => void;
}

/** Letters, digits and signs for gloves; the panel has no keyboard and shows none of the system's. */
export function TextKeys({ onCharacter, onDelete }: TextKeysProps) {
  const t = useText();
  const [layer, setLayer] = useState<TextLayer>("small");
  const [digits, first, second, third] = lettersOf(layer);
  const isCapital = afterCharacter(layer) !== layer;
  const Shift = isCapital ? IconArrowBigUpFilled : IconArrowBigUp;
  const next = nextLayer(layer);
  const type = (character: string) => {
    onCharacter(character);
    setLayer(afterCharacter);
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
        onDown={() => setLayer(shifted)}
      >
        {""}
      </PadKey>
      {keys(third)}
      <PadKey letter onDown={() => setLayer(next.layer)}>
        {next.word}
      </PadKey>
    </div>
  );
}
