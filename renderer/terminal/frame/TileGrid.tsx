import type { ReactNode } from "react";
import { Key } from "../../ui/Key.tsx";
import styles from "./TileGrid.module.css";

export interface Tile {
  readonly id: string;
  readonly word: string;
  readonly note?: string;
  readonly icon?: ReactNode;
}

interface TileGridProps {
  readonly tiles: readonly Tile[];
  readonly onTap: (id: string) => void;
  /** Columns of the grid; rows share the height. */
  readonly columns: 2 | 3 | 4;
  /** Left out where the primary stands elsewhere on the screen. */
  readonly firstIsPrimary?: boolean | undefined;
}

/** Answers to one question; the first is the most frequent one. */
export function TileGrid({ tiles, onTap, columns, firstIsPrimary = true }: TileGridProps) {
  return (
    <div className={styles.grid} data-columns={columns}>
      {tiles.map((tile, index) => (
        <Key
          key={tile.id}
          shape="tile"
          className={styles.tile}
          primary={firstIsPrimary && index === 0}
          icon={tile.icon}
          note={tile.note}
          onPress={() => onTap(tile.id)}
        >
          {tile.word}
        </Key>
      ))}
    </div>
  );
}
