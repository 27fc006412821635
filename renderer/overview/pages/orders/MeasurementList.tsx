import { IconCheck } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import type { OrderDetail } from "../../../../shared/protocol/pages.ts";
import { formatMoment } from "../../format/moment.ts";
import { DetailTable } from "./DetailTable.tsx";
import { formatMeasured } from "./format-measured.ts";
import styles from "./MeasurementList.module.css";

type Measurement = OrderDetail["measurements"][number];

interface MeasurementListProps {
  readonly measurements: readonly Measurement[];
  readonly nowMs: number;
}

export function MeasurementList({ measurements, nowMs }: MeasurementListProps) {
  const intl = useIntl();
  return (
    <DetailTable
      title="detail.measurements"
      none="detail.noMeasurements"
      columns={["time", "characteristic", "value", "who", "result"]}
      rows={measurements.map((measurement) => (
        <tr key={measurement.eventId}>
          <td>{formatMoment(intl, measurement.atUtc, nowMs)}</td>
          <td>{measurement.characteristic}</td>
          <td className={styles.value}>
            {formatMeasured(intl, measurement.value)} {measurement.unit}
          </td>
          <td className={styles.who}>{measurement.personName}</td>
          <td>
            <Verdict result={measurement.result} />
          </td>
        </tr>
      ))}
    />
  );
}

function Verdict({ result }: { readonly result: Measurement["result"] }) {
  const words = <FormattedMessage id={`detail.result.${result}`} />;
  if (result === "inside") {
    return (
      <span className={styles.inside}>
        {words}
        <IconCheck size={18} aria-hidden="true" />
      </span>
    );
  }
  return (
    <span className={styles.outside} data-state="stopped">
      {words}
    </span>
  );
}
