import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import type { LotGenealogy } from "../../../../shared/protocol/genealogy-pages.ts";
import { PageLink } from "../../shell/PageLink.tsx";
import { type TraceRoute, traceOf } from "../../shell/route.ts";
import type { Shell } from "../../shell/shell.ts";
import { LotKeys } from "./LotKeys.tsx";
import { RecallList } from "./RecallList.tsx";
import { TracePage } from "./TracePage.tsx";
import styles from "./TraceView.module.css";
import { UsageTable } from "./UsageTable.tsx";
import { useLot } from "./use-lot.ts";

interface LotTraceProps {
  readonly shell: Shell;
  readonly route: TraceRoute;
  readonly lotId: string;
}

/** Where a lot came from, where it went, and every piece that holds some of it. */
export function LotTrace({ shell, route, lotId }: LotTraceProps) {
  const { lot, recall } = useLot(lotId);
  return (
    <TracePage shell={shell} route={route} subject={{ kind: "lot", id: lotId }} source={lot} height="flow">
      {(data) => (
        <>
          <LotFacts lot={data} navigate={shell.navigate} />
          <LotKeys
            lotId={lotId}
            hold={data.hold}
            isPlanned={data.item !== null}
            isAffecting={recall.data !== null && recall.data.pieces > 0}
          />
          <UsageTable
            title="trace.forward"
            usages={data.uses}
            leadsTo="order"
            navigate={shell.navigate}
            nowMs={Date.parse(data.asOfUtc)}
          />
          {recall.data !== null && <RecallList recall={recall.data} navigate={shell.navigate} />}
        </>
      )}
    </TracePage>
  );
}

interface LotFactsProps {
  readonly lot: LotGenealogy;
  readonly navigate: Shell["navigate"];
}

function LotFacts({ lot, navigate }: LotFactsProps) {
  const { madeByJobOrderId } = lot;
  return (
    <dl className={styles.facts}>
      <Fact name="item">{lot.item === null ? "–" : `${lot.item.name} (${lot.item.itemId})`}</Fact>
      <Fact name="supplier">{[lot.supplier, lot.supplierLot].filter(Boolean).join(" · ") || "–"}</Fact>
      <Fact name="madeBy">
        {madeByJobOrderId === null ? (
          "–"
        ) : (
          <PageLink
            to={traceOf({ kind: "order", id: madeByJobOrderId })}
            navigate={navigate}
            current={false}
            className={styles.link}
          >
            {madeByJobOrderId}
          </PageLink>
        )}
      </Fact>
      <Fact name="hold">{lot.hold ?? "–"}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>
        <FormattedMessage id={`trace.fact.${name}`} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
