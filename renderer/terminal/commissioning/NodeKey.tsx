import { IconChevronRight, IconTag } from "@tabler/icons-react";
import type { FoundNode } from "../../../shared/domain/machines/companion/found-node.ts";
import type { SignalMeaning } from "../../../shared/domain/machines/mapping.ts";
import type { ReadNode } from "../../../shared/screen/commissioning.ts";
import { Key } from "../../ui/Key.tsx";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import { readingWords } from "./reading-words.ts";
import styles from "./Steps.module.css";

interface NodeKeyProps {
  readonly node: FoundNode;
  /** null: nobody has said yet. */
  readonly meaning: SignalMeaning | null;
  readonly reading: ReadNode | undefined;
  readonly onPress: () => void;
}

/** A folder to open, or a value as it is now with what it was said to mean. */
export function NodeKey({ node, meaning, reading, onPress }: NodeKeyProps) {
  const t = useText();
  const number = useNumber();
  const isFolder = node.kind === "object";
  const Icon = isFolder ? IconChevronRight : IconTag;
  const value = readingWords(reading, number);
  const note = meaning === null ? value : `${value}, ${t(`commissioning.meaning-${meaning}`)}`;
  return (
    <Key
      className={styles.row}
      selected={meaning !== null}
      icon={<Icon size={28} aria-hidden="true" />}
      note={
        isFolder ? undefined : (
          <span className={styles.note} data-clip>
            {note}
          </span>
        )
      }
      onPress={onPress}
    >
      <span className={styles.name} data-clip>
        {node.name}
      </span>
    </Key>
  );
}
