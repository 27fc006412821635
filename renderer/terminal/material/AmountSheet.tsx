import { IconX } from "@tabler/icons-react";
import type { MaterialRow } from "../../../shared/screen/screen-model.ts";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { EmptyScreen } from "../frame/EmptyScreen.tsx";
import { Pad } from "../pad/Pad.tsx";
import { usePadEntry } from "../pad/use-pad-entry.ts";
import { useAmount } from "../text/use-amount.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import styles from "./AmountSheet.module.css";
import { LotCard } from "./LotCard.tsx";

export type AmountDeed = "take-off" | "take-out";

interface AmountSheetProps {
  readonly itemId: string;
  readonly deed: AmountDeed;
}

/** Longest amount: six digits, the separator and six behind it. */
const LONGEST = 13;

/** How much is left in the lot that comes off the machine, or how much is taken out of it by hand. */
export function AmountSheet({ itemId, deed }: AmountSheetProps) {
  const { model } = useScreen();
  const row = model.materials.find((material) => material.itemId === itemId);
  if (row === undefined || row.lotId === null) return <Gone />;
  return <AmountPad row={row} lotId={row.lotId} deed={deed} />;
}

/** Somebody else took the lot off meanwhile. */
function Gone() {
  const { closeSheet } = useScreen();
  const t = useText();
  return (
    <EmptyScreen
      heading={t("material.heading")}
      note={t("refusal.no-lot-loaded")}
      keyWord={t("key.close")}
      keyIcon={<IconX size={36} aria-hidden="true" />}
      onPress={closeSheet}
    />
  );
}

interface AmountPadProps {
  readonly row: MaterialRow;
  readonly lotId: string;
  readonly deed: AmountDeed;
}

function AmountPad({ row, lotId, deed }: AmountPadProps) {
  const { closeSheet, open } = useScreen();
  const t = useText();
  const number = useNumber();
  const amount = useAmount();
  const entry = usePadEntry({
    purpose: "material",
    subject: `${deed} ${lotId}`,
    longest: LONGEST,
    decimals: true,
  });
  const takeOff = useCommand("materials.returnRest", entry.intentId);
  const takeOut = useCommand("materials.issue", entry.intentId);
  const isOff = deed === "take-off";
  const submit = async () => {
    const answer = await (isOff ? takeOff : takeOut).run({ itemId: row.itemId, text: entry.text });
    if (answer?.ok !== true) return;
    entry.forget();
    closeSheet();
  };
  const shown = number.decimal(entry.text);
  const isWhole = entry.text !== "" && !entry.text.endsWith(".");
  const words = { amount: row.left === null ? "–" : amount(row.left, row.unit), item: row.itemName };
  return (
    <div className={styles.sheet}>
      <Pad
        label={t(isOff ? "material.how-much-left" : "material.how-much-out", { lot: lotId })}
        hint={entry.restored ? t("pad.restored") : t("material.calculated", words)}
        warning={entry.restored}
        shown={shown}
        separator={number.separator}
        submitWord={
          isWhole
            ? t(isOff ? "material.book-rest" : "material.book-out", { value: amount(entry.text, row.unit) })
            : t("pad.book-empty")
        }
        submitDisabled={!isWhole}
        onPress={entry.press}
        onSubmit={() => void submit()}
        onClose={() => {
          entry.forget();
          open({ kind: "materials" });
        }}
      />
      <LotCard row={row} lotId={lotId} />
    </div>
  );
}
