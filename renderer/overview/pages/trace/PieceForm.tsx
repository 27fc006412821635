import { type FormEvent, useState } from "react";
import { FormattedMessage } from "react-intl";
import type { PieceOf } from "../../../../shared/domain/genealogy/lot-usage.ts";
import styles from "./NodePanel.module.css";

interface PieceFormProps {
  readonly stationId: string;
  /** Made at the station. */
  readonly pieces: number;
  /** undefined: all of them are shown. */
  readonly piece: PieceOf | undefined;
  readonly choose: (piece: PieceOf | undefined) => void;
}

/** Asks for one piece by its number in the order, for what was true while it was made. */
export function PieceForm({ stationId, pieces, piece, choose }: PieceFormProps) {
  const [typed, setTyped] = useState(piece === undefined ? "" : String(piece.piece));
  const number = Number(typed);
  const isPiece = Number.isInteger(number) && number >= 1 && number <= pieces;
  const show = (event: FormEvent): void => {
    event.preventDefault();
    if (isPiece) choose({ stationId, piece: number });
  };
  if (pieces < 1) return null;
  return (
    <form className={styles.piece} onSubmit={show}>
      <label>
        <FormattedMessage id="tree.piece" values={{ station: stationId, pieces }} />
        <input
          type="number"
          min={1}
          max={pieces}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button type="submit" className={styles.way} disabled={!isPiece}>
        <FormattedMessage id="tree.showPiece" />
      </button>
      {piece !== undefined && (
        <button type="button" className={styles.way} onClick={() => choose(undefined)}>
          <FormattedMessage id="tree.showAll" />
        </button>
      )}
    </form>
  );
}
