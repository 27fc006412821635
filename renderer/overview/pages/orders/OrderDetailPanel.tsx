import { FormattedMessage } from "react-intl";
import type { z } from "zod";
import { type OrderDetail, orderDetailSchema } from "../../../../shared/protocol/pages.ts";
import { orderPath } from "../../data/mes-api.ts";
import { useNow } from "../../data/use-now.ts";
import { usePolled } from "../../data/use-polled.ts";
import { noticeOf } from "../../shell/notice-of.ts";
import { SourceNotice } from "../../shell/SourceNotice.tsx";
import { BookingList } from "./BookingList.tsx";
import { DefectList } from "./DefectList.tsx";
import { MeasurementList } from "./MeasurementList.tsx";
import styles from "./OrderDetailPanel.module.css";
import { OrderKeys } from "./OrderKeys.tsx";
import { ProgressChart } from "./ProgressChart.tsx";
import { RouteTable } from "./RouteTable.tsx";
import { UnitList } from "./UnitList.tsx";

const DETAIL: z.ZodType<OrderDetail> = orderDetailSchema;
const DETAIL_POLL_MS = 3_000;

interface OrderDetailPanelProps {
  readonly jobOrderId: string;
  /** The MES's present. */
  readonly nowMs: number;
}

/** What was booked, measured and found on one order, kept up to date while it is open. */
export function OrderDetailPanel({ jobOrderId, nowMs }: OrderDetailPanelProps) {
  const source = usePolled(orderPath(jobOrderId), DETAIL, DETAIL_POLL_MS);
  const notice = noticeOf(source, useNow());
  const { data } = source;
  return (
    <div className={styles.panel} data-testid={`detail-${jobOrderId}`}>
      <SourceNotice notice={notice} asOfUtc={null} />
      {data === null ? (
        notice === null && (
          <p className={styles.loading}>
            <FormattedMessage id="detail.loading" values={{ order: jobOrderId }} />
          </p>
        )
      ) : (
        <DetailBody detail={data} nowMs={nowMs} />
      )}
    </div>
  );
}

function DetailBody({ detail, nowMs }: { readonly detail: OrderDetail; readonly nowMs: number }) {
  const { blockedBy } = detail.order;
  return (
    <>
      {blockedBy !== null && (
        <p className={styles.blocked} data-state="waiting">
          <strong>
            <FormattedMessage id="detail.blocked" />
          </strong>
          {blockedBy}
        </p>
      )}
      {detail.route !== null && <RouteTable route={detail.route} jobOrderId={detail.order.jobOrderId} />}
      <div className={styles.parts}>
        <ProgressChart detail={detail} nowMs={nowMs} />
        <BookingList bookings={detail.bookings} nowMs={nowMs} />
        <MeasurementList measurements={detail.measurements} nowMs={nowMs} />
        <DefectList defects={detail.defects} nowMs={nowMs} />
        <UnitList units={detail.units} nowMs={nowMs} />
      </div>
      <OrderKeys order={detail.order} />
    </>
  );
}
