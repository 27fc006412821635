import { FormattedMessage } from "react-intl";
import type { z } from "zod";
import { type SerialGenealogy, serialGenealogySchema } from "../../../../shared/protocol/unit-pages.ts";
import { serialGenealogyPath } from "../../data/mes-api.ts";
import { usePolled } from "../../data/use-polled.ts";
import { PageLink } from "../../shell/PageLink.tsx";
import { type TraceRoute, traceOf } from "../../shell/route.ts";
import type { Shell } from "../../shell/shell.ts";
import { WorkPart } from "./OrderTrace.tsx";
import { TracePage } from "./TracePage.tsx";
import styles from "./TraceView.module.css";
import { UsageTable } from "./UsageTable.tsx";

const POLL_MS = 10_000;
const SERIAL: z.ZodType<SerialGenealogy> = serialGenealogySchema;

interface SerialTraceProps {
  readonly shell: Shell;
  readonly route: TraceRoute;
  readonly serial: string;
}

/** One piece by its number: unit, lots, people, machine, tool and gauge. */
export function SerialTrace({ shell, route, serial }: SerialTraceProps) {
  const source = usePolled(serialGenealogyPath(serial), SERIAL, POLL_MS);
  return (
    <TracePage
      shell={shell}
      route={route}
      subject={{ kind: "serial", id: serial }}
      source={source}
      height="flow"
    >
      {(data) =>
        data.pieces.map((piece) => <Piece key={piece.eventId} shell={shell} of={data} piece={piece} />)
      }
    </TracePage>
  );
}

interface PieceProps {
  readonly shell: Shell;
  readonly of: SerialGenealogy;
  readonly piece: SerialGenealogy["pieces"][number];
}

function Piece({ shell, of, piece }: PieceProps) {
  const nowMs = Date.parse(of.asOfUtc);
  const { unit, jobOrderId } = piece;
  return (
    <>
      <section className={styles.part}>
        <h2>
          <FormattedMessage
            id="trace.pieceNumber"
            values={{ serial: of.serial, order: jobOrderId, piece: piece.piece }}
          />
        </h2>
        {unit !== null && unit.sscc !== null && (
          <PageLink
            to={traceOf({ kind: "unit", id: unit.sscc })}
            navigate={shell.navigate}
            current={false}
            className={styles.link}
          >
            <FormattedMessage
              id="trace.unitIn"
              values={{ sscc: unit.sscc, item: unit.itemName, pieces: unit.pieces }}
            />
          </PageLink>
        )}
      </section>
      <UsageTable
        title="trace.backward"
        usages={piece.lots}
        leadsTo="lot"
        navigate={shell.navigate}
        nowMs={nowMs}
      />
      {piece.work.map((work) => (
        <WorkPart key={work.stationId} work={work} nowMs={nowMs} />
      ))}
    </>
  );
}
