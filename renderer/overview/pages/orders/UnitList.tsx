import { FormattedMessage, FormattedNumber, useIntl } from "react-intl";
import type { OrderDetail } from "../../../../shared/protocol/pages.ts";
import { formatMoment } from "../../format/moment.ts";
import { DetailTable } from "./DetailTable.tsx";

interface UnitListProps {
  readonly units: OrderDetail["units"];
  readonly nowMs: number;
}

/** Boxes and pallets with pieces of the order. */
export function UnitList({ units, nowMs }: UnitListProps) {
  const intl = useIntl();
  return (
    <DetailTable
      title="detail.units"
      none="detail.noUnits"
      columns={["time", "quantity", "what"]}
      rows={units.map((unit) => (
        <tr key={unit.unitId}>
          <td>
            {unit.closedUtc === null ? (
              <FormattedMessage id="unit.open" />
            ) : (
              formatMoment(intl, unit.closedUtc, nowMs)
            )}
          </td>
          <td>
            <FormattedNumber value={unit.pieces} />
          </td>
          <td>
            <FormattedMessage id={`unit.kind.${unit.kind}`} /> {unit.sscc ?? ""}
          </td>
        </tr>
      ))}
    />
  );
}
