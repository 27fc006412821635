import { FormattedMessage, FormattedNumber } from "react-intl";
import type { TreePage } from "../../../../shared/protocol/tree-page.ts";
import type { TraceSubject } from "../../shell/route.ts";
import styles from "./AffectedBar.module.css";
import { LotKeys } from "./LotKeys.tsx";
import { useLot } from "./use-lot.ts";

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
      {subject.kind === "lot" && <RecallKeys lotId={subject.id} />}
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

function RecallKeys({ lotId }: { readonly lotId: string }) {
  const { lot, recall } = useLot(lotId);
  if (lot.data === null) return null;
  const { hold, item } = lot.data;
  return <LotKeys lotId={lotId} hold={hold} isPlanned={item !== null} recall={recall.data} />;
}
