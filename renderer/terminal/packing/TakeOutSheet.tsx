import { IconBox, IconBoxMultiple, IconPackageExport } from "@tabler/icons-react";
import { useState } from "react";
import type { UnitKind } from "../../../shared/domain/packing/events.ts";
import { groupedSscc } from "../../../shared/lib/grouped-sscc.ts";
import type { PackingRow } from "../../../shared/screen/packing-view.ts";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { MiddleNote } from "../frame/MiddleNote.tsx";
import { PageKeys } from "../frame/PageKeys.tsx";
import { pageOf } from "../frame/paging.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { TileGrid } from "../frame/TileGrid.tsx";
import { type Text, useText } from "../text/use-text.ts";
import styles from "./TakeOutSheet.module.css";

/** Two rows: below them the bar lies that puts back what came out. */
const TILES = 8;

/** Any one thing out of an open box or off an open pallet: a numbered piece, pieces packed together, a box. */
export function TakeOutSheet({ unit: kind }: { readonly unit: UnitKind }) {
  const { model, open } = useScreen();
  const t = useText();
  const unpack = useCommand("packing.unpack");
  const [page, setPage] = useState(1);
  const unit = model.packing[kind];
  const { items, page: shown, pages } = pageOf(unit?.packings ?? [], page, TILES);
  const takeOut = (packedEventId: string): void => {
    if (unit !== null) void unpack.run({ unitId: unit.unitId, packedEventId });
  };
  return (
    <SheetLayout
      heading={t("packing.take-out-heading")}
      note={t("packing.take-out-note")}
      closeWord={t("key.close")}
      foot={
        <>
          <Key
            className={styles.back}
            icon={<IconBox size={32} aria-hidden="true" />}
            onPress={() => open({ kind: "packing" })}
          >
            {t("packing.heading")}
          </Key>
          <PageKeys page={shown} pages={pages} onPage={setPage} />
        </>
      }
    >
      {items.length === 0 ? (
        <MiddleNote icon={<IconBox />} words={t("packing.take-out-nothing")} />
      ) : (
        <div className={styles.tiles} data-sheet-tiles>
          <TileGrid
            columns={4}
            tiles={items.map((row) => ({ id: row.packedEventId, ...wordsOf(row, t) }))}
            onTap={takeOut}
          />
        </div>
      )}
    </SheetLayout>
  );
}

function wordsOf({ serial, sscc, quantity, jobOrderId }: PackingRow, t: Text) {
  const note = t("packing.take-out-order", { order: jobOrderId });
  const size = 28;
  if (serial !== null) {
    return { word: serial, note, icon: <IconPackageExport size={size} aria-hidden="true" /> };
  }
  if (sscc !== null) {
    const icon = <IconBox size={size} aria-hidden="true" />;
    return { word: `…${groupedSscc(sscc).slice(-7)}`, note: t("packing.in-it", { count: quantity }), icon };
  }
  const icon = <IconBoxMultiple size={size} aria-hidden="true" />;
  return { word: t("packing.take-out-pieces", { count: quantity }), note, icon };
}
