import { FormattedMessage, FormattedNumber, useIntl } from "react-intl";
import type { OrderDetail } from "../../../../shared/protocol/pages.ts";
import { formatMoment } from "../../format/moment.ts";
import { nameOf } from "../../format/name-of.ts";
import styles from "./DefectList.module.css";
import { DetailTable } from "./DetailTable.tsx";

interface DefectListProps {
  readonly defects: OrderDetail["defects"];
  readonly nowMs: number;
}

export function DefectList({ defects, nowMs }: DefectListProps) {
  const intl = useIntl();
  return (
    <DetailTable
      title="detail.defects"
      none="detail.noDefects"
      columns={["time", "quantity", "defect", "who", "disposition"]}
      rows={defects.map((defect) => (
        <tr key={defect.eventId}>
          <td>{formatMoment(intl, defect.atUtc, nowMs)}</td>
          <td className={styles.quantity}>
            <FormattedNumber value={defect.quantity} />
          </td>
          <td className={styles.defect}>{nameOf(intl, defect.defect)}</td>
          <td className={styles.who}>{defect.personName}</td>
          <td>
            <FormattedMessage id={`detail.disposition.${defect.disposition}`} />
          </td>
        </tr>
      ))}
    />
  );
}
