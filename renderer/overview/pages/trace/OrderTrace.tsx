import { FormattedMessage, useIntl } from "react-intl";
import type { z } from "zod";
import { type OrderGenealogy, orderGenealogySchema } from "../../../../shared/protocol/genealogy-pages.ts";
import { orderGenealogyPath } from "../../data/mes-api.ts";
import { usePolled } from "../../data/use-polled.ts";
import { formatMoment } from "../../format/moment.ts";
import type { TraceRoute } from "../../shell/route.ts";
import type { Shell } from "../../shell/shell.ts";
import { ReworkLinks } from "./ReworkLinks.tsx";
import { TracePage } from "./TracePage.tsx";
import styles from "./TraceView.module.css";
import { PieceRange, UsageTable } from "./UsageTable.tsx";

const POLL_MS = 10_000;
const ORDER: z.ZodType<OrderGenealogy> = orderGenealogySchema;

interface OrderTraceProps {
  readonly shell: Shell;
  readonly route: TraceRoute;
  readonly jobOrderId: string;
}

/** What went into an order: lots, people, machines, tools and gauges, each with its pieces. */
export function OrderTrace({ shell, route, jobOrderId }: OrderTraceProps) {
  const source = usePolled(orderGenealogyPath(jobOrderId), ORDER, POLL_MS);
  return (
    <TracePage
      shell={shell}
      route={route}
      subject={{ kind: "order", id: jobOrderId }}
      source={source}
      height="flow"
    >
      {(data) => (
        <>
          <UsageTable
            title="trace.backward"
            usages={data.lots}
            leadsTo="lot"
            navigate={shell.navigate}
            nowMs={Date.parse(data.asOfUtc)}
          />
          <ReworkLinks order={data} navigate={shell.navigate} />
          {data.work.map((work) => (
            <WorkPart key={work.stationId} work={work} nowMs={Date.parse(data.asOfUtc)} />
          ))}
        </>
      )}
    </TracePage>
  );
}

const workColumns = ["kind", "name", "pieces", "since", "to"] as const;

function WorkHead() {
  return (
    <thead>
      <tr>
        {workColumns.map((column) => (
          <th key={column} scope="col" data-column={column}>
            <FormattedMessage id={`trace.column.${column}`} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface WorkPartProps {
  readonly work: OrderGenealogy["work"][number];
  readonly nowMs: number;
}

export function WorkPart({ work, nowMs }: WorkPartProps) {
  const intl = useIntl();
  return (
    <section className={styles.part}>
      <h2>
        {work.workUnit} · {work.stationId} · <PieceRange from={0} to={work.pieces} />
      </h2>
      <table className={styles.table} data-table="work">
        <WorkHead />
        <tbody>
          {work.partakers.map((partaker) => (
            <tr key={`${partaker.kind} ${partaker.id} ${partaker.fromPieces} ${partaker.fromUtc}`}>
              <td>
                <FormattedMessage id={`trace.partaker.${partaker.kind}`} />
              </td>
              <th scope="row">{partaker.name}</th>
              <td>
                {partaker.toPieces > partaker.fromPieces ? (
                  <PieceRange from={partaker.fromPieces} to={partaker.toPieces} />
                ) : (
                  <FormattedMessage id="trace.afterPiece" values={{ piece: partaker.toPieces }} />
                )}
              </td>
              <td>{formatMoment(intl, partaker.fromUtc, nowMs)}</td>
              <td>{formatMoment(intl, partaker.toUtc, nowMs)}</td>
            </tr>
          ))}
          {work.instructions.map(({ documentId, title, revision, fromPieces, toPieces, fromUtc }) => (
            <tr key={`${documentId} ${revision} ${fromPieces}`}>
              <td>
                <FormattedMessage id="tree.fact.instruction" />
              </td>
              <th scope="row">
                <FormattedMessage
                  id="tree.revision"
                  values={{ document: `${documentId} ${title}`.trim(), revision }}
                />
              </th>
              <td>
                <PieceRange from={fromPieces} to={toPieces} />
              </td>
              <td>{formatMoment(intl, fromUtc, nowMs)}</td>
              <td />
            </tr>
          ))}
          <OverrideRows work={work} nowMs={nowMs} />
        </tbody>
      </table>
    </section>
  );
}

function OverrideRows({ work, nowMs }: WorkPartProps) {
  const intl = useIntl();
  return work.overrides.map((override) => (
    <tr key={`${override.lotId} ${override.atUtc}`}>
      <td>
        <FormattedMessage id={`trace.override.${override.rule}`} />
      </td>
      <th scope="row">{override.lotId}</th>
      <td>{override.reasonCode}</td>
      <td>{formatMoment(intl, override.atUtc, nowMs)}</td>
      <td>{override.personId ?? "–"}</td>
    </tr>
  ));
}
