import { IconPackageExport } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import styles from "../notice/NoticeBar.module.css";
import { useText } from "../text/use-text.ts";

interface TakeOutKeyProps {
  readonly packing: { readonly unitId: string; readonly packedEventId: string };
  readonly onClose: () => void;
}

/** Takes a scanned piece out of the open unit that it is in. */
export function TakeOutKey({ packing, onClose }: TakeOutKeyProps) {
  const { view, model, open } = useScreen();
  const t = useText();
  const unpack = useCommand("packing.unpack");
  const takeOut = async () => {
    const answer = await unpack.run(packing);
    if (answer?.ok !== true) return;
    onClose();
    // There it can be undone; on the sheet of packing the bar would lie over keys.
    const kind = model.packing.box?.unitId === packing.unitId ? "box" : "pallet";
    if (view.sheet?.kind === "packing") open({ kind: "take-out", unit: kind });
  };
  return (
    <Key
      className={styles.key}
      icon={<IconPackageExport size={32} aria-hidden="true" />}
      onPress={() => void takeOut()}
    >
      {t("verdict.take-out")}
    </Key>
  );
}
