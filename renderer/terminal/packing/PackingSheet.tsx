import { useScreen } from "../app/screen-context.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { useText } from "../text/use-text.ts";
import { LabelPanel } from "./LabelPanel.tsx";
import styles from "./PackingSheet.module.css";
import { packingPrimary } from "./packing-primary.ts";
import { UnitPanel } from "./UnitPanel.tsx";

/** Boxes and pallets: fill by scan or by key, close, label. */
export function PackingSheet() {
  const { packing } = useScreen().model;
  const t = useText();
  const primary = packingPrimary(packing);
  return (
    <SheetLayout
      heading={t("packing.heading")}
      note={packing.loose > 0 ? t("packing.note-loose", { count: packing.loose }) : t("packing.note")}
      closeWord={t("key.close")}
    >
      <div className={styles.body}>
        <div className={styles.units}>
          <UnitPanel kind="box" unit={packing.box} primary={primary} />
          <UnitPanel kind="pallet" unit={packing.pallet} primary={primary} />
        </div>
        <LabelPanel last={packing.last} pallet={packing.pallet} primary={primary} />
      </div>
    </SheetLayout>
  );
}
