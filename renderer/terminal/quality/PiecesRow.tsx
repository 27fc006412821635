import { IconCheck } from "@tabler/icons-react";
import type { CheckView, MeasuredPiece } from "../../../shared/screen/screen-model.ts";
import { classNames } from "../../ui/class-names.ts";
import { StateShape } from "../../ui/StateShape.tsx";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import styles from "./PiecesRow.module.css";
import { type PieceSlot, pieceSlots } from "./piece-slots.ts";

const WIDE = 5;
const NARROW = 3;

/** The pieces of this sample, the one just measured large. */
export function PiecesRow({
  check,
  narrow = false,
}: {
  readonly check: CheckView;
  readonly narrow?: boolean;
}) {
  const slots = pieceSlots(check.pieces, check.sampleSize, narrow ? NARROW : WIDE);
  const columns = slots.map((slot) => (slot.large ? "minmax(0, 2.4fr)" : "minmax(0, 1fr)")).join(" ");
  return (
    <ol className={classNames(styles.row, narrow && styles.narrow)} style={{ gridTemplateColumns: columns }}>
      {slots.map((slot) => (
        <Slot key={slot.piece} slot={slot} check={check} />
      ))}
    </ol>
  );
}

function Slot({ slot, check }: { readonly slot: PieceSlot; readonly check: CheckView }) {
  const t = useText();
  const number = useNumber();
  const { measured, large, next, piece } = slot;
  const outside = measured !== null && measured.result !== "inside";
  const label = large ? t("check.piece-of", { piece, count: check.sampleSize }) : t("check.piece", { piece });
  return (
    <li
      className={classNames(styles.piece, large && styles.large, next && styles.next)}
      {...(outside ? { "data-state": "stopped" } : {})}
    >
      <div className={styles.words}>
        <span className={styles.label}>{label}</span>
        {large && <Result measured={measured} />}
      </div>
      <output className={styles.value}>{measured === null ? "–" : number.decimal(measured.text)}</output>
    </li>
  );
}

function Result({ measured }: { readonly measured: MeasuredPiece | null }) {
  const t = useText();
  if (measured === null) return <span className={styles.label}>{t("check.next-value")}</span>;
  return (
    <span className={styles.result}>
      {measured.result === "inside" ? (
        <IconCheck size={24} aria-hidden="true" />
      ) : (
        <StateShape state="stopped" size={22} />
      )}
      {t(`check.${measured.result}`)}
    </span>
  );
}
