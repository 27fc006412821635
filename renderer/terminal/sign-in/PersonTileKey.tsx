import type { ReactNode } from "react";
import { Key } from "../../ui/Key.tsx";
import styles from "./PeopleTiles.module.css";

interface PersonTileKeyProps {
  /** Initials or an icon. */
  readonly picture: ReactNode;
  readonly name: string;
  readonly note: string | undefined;
  readonly onPress: () => void;
}

export function PersonTileKey({ picture, name, note, onPress }: PersonTileKeyProps) {
  return (
    <Key
      shape="tile"
      className={styles.tile}
      icon={
        <span className={styles.picture} aria-hidden="true">
          {picture}
        </span>
      }
      note={note}
      onPress={onPress}
    >
      <span className={styles.name} data-clip>
        {name}
      </span>
    </Key>
  );
}
