import { FormattedMessage, FormattedNumber } from "react-intl";
import type { z } from "zod";
import { type LotGenealogy, lotGenealogySchema } from "../../../../shared/protocol/genealogy-pages.ts";
import type { TreePage } from "../../../../shared/protocol/tree-page.ts";
import { lotGenealogyPath } from "../../data/mes-api.ts";
import { usePolled } from "../../data/use-polled.ts";
import type { TraceSubject } from "../../shell/route.ts";
import styles from "./AffectedBar.module.css";
import { LotKeys } from "./LotKeys.tsx";

const POLL_MS = 10_000;
const LOT: z.ZodType<LotGenealogy> = lotGenealogySchema;

interface AffectedBarProps {
  readonly tree: TreePage;
  readonly subject: TraceSubject;
}

/** How many pieces are affected and where they are, with the keys of a recall. */
export function AffectedBar({ tree, subject }: AffectedBarProps) {
  const { pieces, wentOn, packed, loose, unreported, unreportedStations } = tree.affected;
  return (
    <footer className={styles.bar}>
      <dl className={styles.figures}>
        <Figure name="pieces" value={pieces} />
        <Figure name="loose" value={loose} />
        <Figure name="packed" value={packed} />
        {wentOn > 0 && <Figure name="wentOn" value={wentOn} />}
        {unreportedStations.length > 0 && (
          <Figure name="unreported" value={unreported} stations={unreportedStations.join(", ")} />
        )}
      </dl>
      {subject.kind === "lot" && <RecallKeys lotId={subject.id} isAffecting={pieces > 0} />}
    </footer>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: number;
  readonly stations?: string;
}

function Figure({ name, value, stations = "" }: FigureProps) {
  return (
    <div className={styles.figure} data-figure={name}>
      <dt>
        <FormattedMessage id={`tree.affected.${name}`} values={{ pieces: value, stations }} />
      </dt>
      <dd>
        <FormattedNumber value={value} />
      </dd>
    </div>
  );
}

function RecallKeys({ lotId, isAffecting }: { readonly lotId: string; readonly isAffecting: boolean }) {
  const lot = usePolled(lotGenealogyPath(lotId), LOT, POLL_MS);
  if (lot.data === null) return null;
  const { hold, item } = lot.data;
  return <LotKeys lotId={lotId} hold={hold} isPlanned={item !== null} isAffecting={isAffecting} />;
}
