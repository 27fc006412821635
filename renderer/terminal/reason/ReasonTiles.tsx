import { IconChevronRight, IconListSearch } from "@tabler/icons-react";
import { useState } from "react";
import { textIn } from "../../../shared/domain/people/localized-text.ts";
import type { ReasonTile } from "../../../shared/screen/screen-model.ts";
import { useScreen } from "../app/screen-context.ts";
import { MiddleNote } from "../frame/MiddleNote.tsx";
import { pageOf } from "../frame/paging.ts";
import { type Tile, TileGrid } from "../frame/TileGrid.tsx";
import { useText } from "../text/use-text.ts";

const ROWS = 2;
const MORE = "more tiles";

interface ReasonTilesProps {
  readonly reasons: readonly ReasonTile[];
  readonly onTap: (reasonCode: string) => void;
  readonly columns?: 3 | 4;
  readonly firstIsPrimary?: boolean;
}

/** Two rows of tiles at a time, most frequent first, in the order the station sends; what is over needs a page. */
export function ReasonTiles({ reasons, onTap, columns = 4, firstIsPrimary }: ReasonTilesProps) {
  const { language } = useScreen();
  const t = useText();
  const [page, setPage] = useState(1);
  if (reasons.length === 0)
    return <MiddleNote icon={<IconListSearch />} words={t("reason.none")} note={t("reason.none-note")} />;
  const places = columns * ROWS;
  const paged = reasons.length > places;
  const shown = pageOf(reasons, page, paged ? places - 1 : places);
  const tiles: Tile[] = shown.items.map((reason) => ({
    id: reason.reasonCode,
    word: textIn(reason.name, language),
  }));
  if (paged)
    tiles.push({ id: MORE, word: t("defect.more"), icon: <IconChevronRight size={32} aria-hidden="true" /> });
  const next = shown.page === shown.pages ? 1 : shown.page + 1;
  return (
    <TileGrid
      columns={columns}
      tiles={tiles}
      firstIsPrimary={firstIsPrimary}
      onTap={(id) => (id === MORE ? setPage(next) : onTap(id))}
    />
  );
}
