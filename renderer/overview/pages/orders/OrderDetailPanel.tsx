import { IconCheck, IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { z } from "zod";
import { type OrderDetail, type OrderRow, orderDetailSchema } from "../../../../shared/protocol/pages.ts";
import { orderPath } from "../../data/mes-api.ts";
import { useNow } from "../../data/use-now.ts";
import { usePolled } from "../../data/use-polled.ts";
import { formatMoment } from "../../format/moment.ts";
import { noticeOf } from "../../shell/notice-of.ts";
import { SourceNotice } from "../../shell/SourceNotice.tsx";
import type { Navigate } from "../../shell/use-route.ts";
import { BookingList } from "./BookingList.tsx";
import { DefectList } from "./DefectList.tsx";
import { MeasurementList } from "./MeasurementList.tsx";
import styles from "./OrderDetailPanel.module.css";
import { OrderKeys } from "./OrderKeys.tsx";
import { ProgressChart } from "./ProgressChart.tsx";
import { RouteTable } from "./RouteTable.tsx";
import { Timeline } from "./Timeline.tsx";
import { UnitList } from "./UnitList.tsx";

const DETAIL: z.ZodType<OrderDetail> = orderDetailSchema;
const DETAIL_POLL_MS = 3_000;

interface OrderDetailPanelProps {
  readonly jobOrderId: string;
  /** The MES's present. */
  readonly nowMs: number;
  readonly navigate: Navigate;
}

/** What was booked, measured and found on one order, kept up to date while it is open. */
export function OrderDetailPanel({ jobOrderId, nowMs, navigate }: OrderDetailPanelProps) {
  const source = usePolled(orderPath(jobOrderId), DETAIL, DETAIL_POLL_MS);
  const notice = noticeOf(source, useNow());
  const { data } = source;
  const panel = useRef<HTMLDivElement>(null);
  const isThere = data !== null;
  useEffect(() => {
    if (isThere) panel.current?.scrollIntoView({ block: "nearest" });
  }, [isThere]);
  return (
    <div ref={panel} className={styles.panel} data-testid={`detail-${jobOrderId}`}>
      <SourceNotice notice={notice} asOfUtc={null} />
      {data === null ? (
        notice === null && (
          <p className={styles.loading}>
            <FormattedMessage id="detail.loading" values={{ order: jobOrderId }} />
          </p>
        )
      ) : (
        <DetailBody detail={data} nowMs={nowMs} navigate={navigate} />
      )}
    </div>
  );
}

interface DetailBodyProps {
  readonly detail: OrderDetail;
  readonly nowMs: number;
  readonly navigate: Navigate;
}

/** An order of one operation has a short timeline; how its pieces grew stands beneath it, and not among the findings. */
function DetailBody({ detail, nowMs, navigate }: DetailBodyProps) {
  const [showsMore, setShowsMore] = useState(false);
  const { order, bookings, route } = detail;
  return (
    <>
      {order.blockedBy !== null && (
        <p className={styles.blocked} data-state="waiting">
          <strong>
            <FormattedMessage id="detail.blocked" />
          </strong>
          {order.blockedBy}
        </p>
      )}
      <div className={styles.main}>
        <div className={styles.past}>
          <Timeline detail={detail} nowMs={nowMs} />
          {route === null && <ProgressChart detail={detail} nowMs={nowMs} />}
          <button
            type="button"
            className={styles.more}
            aria-expanded={showsMore}
            onClick={() => setShowsMore(!showsMore)}
          >
            {showsMore ? (
              <IconChevronUp size={20} aria-hidden="true" />
            ) : (
              <IconChevronDown size={20} aria-hidden="true" />
            )}
            <FormattedMessage
              id={route === null ? "detail.findings" : "detail.more"}
              values={{
                measured: order.checks.measured,
                outside: order.checks.outside,
                defects: order.defects,
              }}
            />
          </button>
        </div>
        <div className={styles.side}>
          <BookingList bookings={bookings} nowMs={nowMs} />
          <SavedElsewhere order={order} nowMs={nowMs} />
          <OrderKeys order={order} navigate={navigate} />
        </div>
      </div>
      {showsMore && <Findings detail={detail} nowMs={nowMs} />}
    </>
  );
}

/** A station out of contact goes on booking; what it saved since comes when it is back. */
function SavedElsewhere({ order, nowMs }: { readonly order: OrderRow; readonly nowMs: number }) {
  const intl = useIntl();
  const forecast = order.outlook?.forecast;
  if (forecast?.kind !== "not-known" || forecast.why !== "offline" || forecast.sinceUtc === null) return null;
  return (
    <p className={styles.saved}>
      <IconCheck size={20} aria-hidden="true" />
      <FormattedMessage id="detail.saved" values={{ time: formatMoment(intl, forecast.sinceUtc, nowMs) }} />
    </p>
  );
}

/** What was measured, found and packed, and how the pieces grew. */
function Findings({ detail, nowMs }: Pick<DetailBodyProps, "detail" | "nowMs">) {
  const { route, order, measurements, defects, units } = detail;
  return (
    <>
      {route !== null && <RouteTable route={route} jobOrderId={order.jobOrderId} />}
      <div className={styles.parts}>
        {route !== null && <ProgressChart detail={detail} nowMs={nowMs} />}
        <MeasurementList measurements={measurements} nowMs={nowMs} />
        <DefectList defects={defects} nowMs={nowMs} />
        <UnitList units={units} nowMs={nowMs} />
      </div>
    </>
  );
}
