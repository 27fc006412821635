import { useIntl } from "react-intl";
import { PageFrame } from "../../shell/PageFrame.tsx";
import type { TraceRoute } from "../../shell/route.ts";
import type { Shell } from "../../shell/shell.ts";
import { LotTrace } from "./LotTrace.tsx";
import { OrderTrace } from "./OrderTrace.tsx";
import { SerialTrace } from "./SerialTrace.tsx";
import { TraceBar } from "./TraceBar.tsx";
import { TraceEmpty } from "./TraceEmpty.tsx";
import styles from "./TraceView.module.css";
import { TreeTrace } from "./TreeTrace.tsx";
import { UnitTrace } from "./UnitTrace.tsx";

interface TraceViewProps {
  readonly shell: Shell;
  readonly route: TraceRoute;
}

/** One search for lots, orders, units and pieces: as a tree, or as tables with every line. */
export function TraceView({ shell, route }: TraceViewProps) {
  const intl = useIntl();
  const { subject, look } = route;
  if (subject === null) {
    return (
      <PageFrame shell={shell} page="trace" asOfUtc={null} notice={null} height="flow">
        <div className={styles.page}>
          <TraceBar shell={shell} route={route} />
          <TraceEmpty kind="start" words={intl.formatMessage({ id: "trace.start" })} />
        </div>
      </PageFrame>
    );
  }
  // The key makes a new address a new page: answers of the one before never stand under it.
  const key = `${subject.kind} ${subject.id} ${look.direction} ${look.depth}`;
  if (!look.isList) return <TreeTrace key={key} shell={shell} route={route} subject={subject} />;
  switch (subject.kind) {
    case "lot":
      return <LotTrace key={key} shell={shell} route={route} lotId={subject.id} />;
    case "order":
      return <OrderTrace key={key} shell={shell} route={route} jobOrderId={subject.id} />;
    case "unit":
      return <UnitTrace key={key} shell={shell} route={route} sscc={subject.id} />;
    case "serial":
      return <SerialTrace key={key} shell={shell} route={route} serial={subject.id} />;
  }
}
