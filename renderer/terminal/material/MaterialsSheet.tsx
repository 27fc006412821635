import { IconBox } from "@tabler/icons-react";
import { useState } from "react";
import { useScreen } from "../app/screen-context.ts";
import { MiddleNote } from "../frame/MiddleNote.tsx";
import { PageKeys } from "../frame/PageKeys.tsx";
import { pageOf } from "../frame/paging.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { useText } from "../text/use-text.ts";
import { byUrgency } from "./by-urgency.ts";
import { MaterialLineRow } from "./MaterialLineRow.tsx";
import styles from "./MaterialsSheet.module.css";

const ROWS = 3;

/** Every material of the order with what can be done about it; loading stays a scan. */
export function MaterialsSheet() {
  const { model } = useScreen();
  const t = useText();
  const [wanted, setWanted] = useState(1);
  const shown = pageOf(model.materials.toSorted(byUrgency), wanted, ROWS);
  return (
    <SheetLayout
      heading={t("material.heading")}
      note={shown.items.length === 0 ? undefined : t("material.note")}
      closeIsPrimary
      foot={<PageKeys page={shown.page} pages={shown.pages} onPage={setWanted} />}
    >
      {shown.items.length === 0 ? (
        <MiddleNote icon={<IconBox />} words={t("run.no-material")} />
      ) : (
        <ul className={styles.list}>
          {shown.items.map((row) => (
            <MaterialLineRow key={row.itemId} row={row} />
          ))}
        </ul>
      )}
    </SheetLayout>
  );
}
