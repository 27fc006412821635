import { FormattedMessage, FormattedNumber } from "react-intl";
import type { z } from "zod";
import { type UnitPage, unitPageSchema } from "../../../../shared/protocol/unit-pages.ts";
import { unitPagePath } from "../../data/mes-api.ts";
import { usePolled } from "../../data/use-polled.ts";
import { PageLink } from "../../shell/PageLink.tsx";
import { type TraceRoute, traceOf } from "../../shell/route.ts";
import type { Shell } from "../../shell/shell.ts";
import { TracePage } from "./TracePage.tsx";
import styles from "./TraceView.module.css";

const POLL_MS = 10_000;
const UNIT: z.ZodType<UnitPage> = unitPageSchema;

interface UnitTraceProps {
  readonly shell: Shell;
  readonly route: TraceRoute;
  readonly sscc: string;
}

/** What is in a box or on a pallet, and back to its orders. */
export function UnitTrace({ shell, route, sscc }: UnitTraceProps) {
  const source = usePolled(unitPagePath(sscc), UNIT, POLL_MS);
  return (
    <TracePage shell={shell} route={route} subject={{ kind: "unit", id: sscc }} source={source} height="flow">
      {(data) =>
        data.units.map((unit) => (
          <section key={unit.unitId} className={styles.part}>
            <h2>
              <FormattedMessage id={`unit.kind.${unit.kind}`} />{" "}
              <FormattedMessage
                id="trace.unitIn"
                values={{ sscc: unit.sscc ?? "–", item: unit.itemName, pieces: unit.pieces }}
              />{" "}
              {unit.customerName}
            </h2>
            {unit.voidSsccs.includes(data.sscc) && (
              <p className={styles.warning}>
                <FormattedMessage
                  id={unit.sscc === null ? "trace.unitOpenAgain" : "trace.unitVoid"}
                  values={{ sscc: data.sscc, now: unit.sscc ?? "" }}
                />
              </p>
            )}
            <table className={styles.table}>
              <tbody>
                {unit.contents.map((content, index) => (
                  <tr key={`${content.jobOrderId} ${content.sscc ?? index}`}>
                    <th scope="row">
                      <PageLink
                        to={traceOf({ kind: "order", id: content.jobOrderId })}
                        navigate={shell.navigate}
                        current={false}
                        className={styles.link}
                      >
                        {content.jobOrderId}
                      </PageLink>
                    </th>
                    <td>
                      <FormattedNumber value={content.quantity} />
                    </td>
                    <td>{content.sscc ?? content.serials.join(", ")}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))
      }
    </TracePage>
  );
}
