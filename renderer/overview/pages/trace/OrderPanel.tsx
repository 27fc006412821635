import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { z } from "zod";
import type { PieceOf } from "../../../../shared/domain/genealogy/lot-usage.ts";
import { type OrderGenealogy, orderGenealogySchema } from "../../../../shared/protocol/genealogy-pages.ts";
import { orderGenealogyPath } from "../../data/mes-api.ts";
import { usePolled } from "../../data/use-polled.ts";
import { formatSpan } from "../../format/span.ts";
import { CheckLines } from "./CheckLines.tsx";
import styles from "./NodePanel.module.css";
import { PieceForm } from "./PieceForm.tsx";
import { WorkFacts } from "./WorkFacts.tsx";

const POLL_MS = 10_000;
const ORDER: z.ZodType<OrderGenealogy> = orderGenealogySchema;

interface OrderPanelProps {
  readonly jobOrderId: string;
  /** The lot that is traced; null: something else is. */
  readonly rootLotId: string | null;
}

/** How an order, or one piece of it, was made: where, by what and whom, by which documents, and what was measured. */
export function OrderPanel({ jobOrderId, rootLotId }: OrderPanelProps) {
  const [piece, setPiece] = useState<PieceOf | undefined>(undefined);
  const path = orderGenealogyPath(jobOrderId, piece);
  return <OrderFacts key={path} path={path} rootLotId={rootLotId} piece={piece} choose={setPiece} />;
}

interface OrderFactsProps {
  readonly path: string;
  readonly rootLotId: string | null;
  readonly piece: PieceOf | undefined;
  readonly choose: (piece: PieceOf | undefined) => void;
}

function OrderFacts({ path, rootLotId, piece, choose }: OrderFactsProps) {
  const intl = useIntl();
  const source = usePolled(path, ORDER, POLL_MS);
  if (source.problem === "not-found") {
    return (
      <p className={styles.hint}>
        <FormattedMessage id="tree.notBegun" />
      </p>
    );
  }
  if (source.data === null) return null;
  const { work, lots, programId, checks, asOfUtc } = source.data;
  const nowMs = Date.parse(asOfUtc);
  const loadedAt = (stationId: string): string =>
    lots
      .filter((usage) => usage.lotId === rootLotId && usage.stationId === stationId)
      .map(({ fromUtc, toUtc }) => formatSpan(intl, { fromUtc, toUtc: toUtc ?? fromUtc }, nowMs))
      .join(", ");
  const shown = work.filter(({ stationId }) => piece === undefined || piece.stationId === stationId);
  return (
    <>
      {shown.map((one) => (
        <WorkFacts
          key={one.stationId}
          work={one}
          programId={programId}
          loaded={loadedAt(one.stationId)}
          nowMs={nowMs}
        />
      ))}
      {piece === undefined && <CheckLines checks={checks} />}
      {shown.map(({ stationId, pieces }) => (
        <PieceForm key={stationId} stationId={stationId} pieces={pieces} piece={piece} choose={choose} />
      ))}
    </>
  );
}
