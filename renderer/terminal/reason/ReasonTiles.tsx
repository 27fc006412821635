import { IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { textIn } from "../../../shared/domain/people/localized-text.ts";
import type { ReasonTile } from "../../../shared/screen/screen-model.ts";
import { useScreen } from "../app/screen-context.ts";
import { pageOf } from "../frame/paging.ts";
import { type Tile, TileGrid } from "../frame/TileGrid.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./ReasonTiles.module.css";

const TILES = 8;
const MORE = "more tiles";

interface ReasonTilesProps {
  readonly reasons: readonly ReasonTile[];
  readonly onTap: (reasonCode: string) => void;
}

/** Eight tiles at a time, most frequent first, in the order the station sends; a ninth reason needs a page. */
export function ReasonTiles({ reasons, onTap }: ReasonTilesProps) {
  const { language } = useScreen();
  const t = useText();
  const [page, setPage] = useState(1);
  if (reasons.length === 0) return <p className={styles.none}>{t("reason.none")}</p>;
  const paged = reasons.length > TILES;
  const shown = pageOf(reasons, page, paged ? TILES - 1 : TILES);
  const tiles: Tile[] = shown.items.map((reason) => ({
    id: reason.reasonCode,
    word: textIn(reason.name, language),
  }));
  if (paged)
    tiles.push({ id: MORE, word: t("defect.more"), icon: <IconChevronRight size={32} aria-hidden="true" /> });
  const next = shown.page === shown.pages ? 1 : shown.page + 1;
  return <TileGrid columns={4} tiles={tiles} onTap={(id) => (id === MORE ? setPage(next) : onTap(id))} />;
}
