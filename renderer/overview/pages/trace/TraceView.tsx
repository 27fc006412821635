import { FormattedMessage } from "react-intl";
import { PageFrame } from "../../shell/PageFrame.tsx";
import type { TraceRoute } from "../../shell/route.ts";
import type { Shell } from "../../shell/shell.ts";
import { LotTrace } from "./LotTrace.tsx";
import { OrderTrace } from "./OrderTrace.tsx";
import { SerialTrace } from "./SerialTrace.tsx";
import { TraceSearch } from "./TraceSearch.tsx";
import styles from "./TraceView.module.css";
import { UnitTrace } from "./UnitTrace.tsx";

interface TraceViewProps {
  readonly shell: Shell;
  readonly route: TraceRoute;
}

/** From an order back to its lots, from a lot on to its pieces, from a unit or a piece back to both; one search for all. */
export function TraceView({ shell, route }: TraceViewProps) {
  const { subject } = route;
  if (subject === null) {
    return (
      <PageFrame shell={shell} page="trace" asOfUtc={null} notice={null} height="flow">
        <div className={styles.page}>
          <TraceSearch navigate={shell.navigate} subject={null} />
          <p className={styles.empty}>
            <FormattedMessage id="trace.start" />
          </p>
        </div>
      </PageFrame>
    );
  }
  // The key makes a new address a new page: answers of the one before never stand under it.
  const key = `${subject.kind} ${subject.id}`;
  switch (subject.kind) {
    case "lot":
      return <LotTrace key={key} shell={shell} lotId={subject.id} />;
    case "order":
      return <OrderTrace key={key} shell={shell} jobOrderId={subject.id} />;
    case "unit":
      return <UnitTrace key={key} shell={shell} sscc={subject.id} />;
    case "serial":
      return <SerialTrace key={key} shell={shell} serial={subject.id} />;
  }
}
