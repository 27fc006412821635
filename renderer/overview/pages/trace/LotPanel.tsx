import { FormattedMessage, useIntl } from "react-intl";
import type { z } from "zod";
import { type LotGenealogy, lotGenealogySchema } from "../../../../shared/protocol/genealogy-pages.ts";
import { lotGenealogyPath } from "../../data/mes-api.ts";
import { usePolled } from "../../data/use-polled.ts";
import { formatSpan } from "../../format/span.ts";
import styles from "./NodePanel.module.css";
import { PanelFacts } from "./PanelFacts.tsx";
import { PieceRange } from "./UsageTable.tsx";

const POLL_MS = 10_000;
const LOT: z.ZodType<LotGenealogy> = lotGenealogySchema;
/** The tables have all of them. */
const MOST_USES = 6;

/** Where a lot came from, and when and by whom it was put on which machine. */
export function LotPanel({ lotId }: { readonly lotId: string }) {
  const intl = useIntl();
  const source = usePolled(lotGenealogyPath(lotId), LOT, POLL_MS);
  if (source.data === null) return null;
  const { supplier, supplierLot, madeByJobOrderId, item, uses, asOfUtc } = source.data;
  const nowMs = Date.parse(asOfUtc);
  return (
    <>
      <PanelFacts
        facts={[
          { name: "item", text: item === null ? "" : `${item.name} (${item.itemId})` },
          { name: "supplier", text: [supplier, supplierLot].filter(Boolean).join(", ") },
          { name: "madeBy", text: madeByJobOrderId ?? "" },
        ]}
      />
      {uses.length > 0 && (
        <section className={styles.part}>
          <h3>
            <FormattedMessage id="tree.fact.loaded" />
          </h3>
          {uses.slice(0, MOST_USES).map((use) => (
            <div key={use.loadEventId} className={styles.use}>
              <strong>{use.jobOrderId}</strong>
              <span>{[use.workUnit, use.personName].filter(Boolean).join(", ")}</span>
              <span>
                {formatSpan(intl, { fromUtc: use.fromUtc, toUtc: use.toUtc ?? use.fromUtc }, nowMs)}
              </span>
              <span>
                <PieceRange from={use.fromPieces} to={use.toPieces} />
              </span>
            </div>
          ))}
          {uses.length > MOST_USES && (
            <p className={styles.hint}>
              <FormattedMessage id="tree.more" values={{ count: uses.length - MOST_USES }} />
            </p>
          )}
        </section>
      )}
    </>
  );
}
