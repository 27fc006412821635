import { useId } from "react";
import { FormattedMessage, FormattedNumber, useIntl } from "react-intl";
import type { OrderDetail } from "../../../../shared/protocol/pages.ts";
import { formatClock, formatMoment } from "../../format/moment.ts";
import { readyWords } from "./outlook-words.ts";
import axis from "./TimeAxis.module.css";
import styles from "./Timeline.module.css";
import { timeTicks } from "./time-axis.ts";
import { planTimeline, type TimelinePlan, type TimelineRow } from "./timeline-plan.ts";
import { useWidth } from "./use-width.ts";

const NAMES_PX = 124;
const TOP_PX = 28;
const ROW_PX = 33;
const BAR_PX = 16;
/** For the words of the due line. */
const FOOT_PX = 20;
/** Of a tick with its time, and of one with its day beside it. */
const TICK_PX = 72;
const LONG_TICK_PX = 130;
const DUE_WORDS_PX = 140;
const DAY_MS = 86_400_000;

interface TimelineProps {
  readonly detail: OrderDetail;
  readonly nowMs: number;
}

/** The operations of an order in time: worked, expected with its range, and the latest that the plan allows. */
export function Timeline({ detail, nowMs }: TimelineProps) {
  const [frame, widthPx] = useWidth<HTMLDivElement>();
  return (
    <figure className={styles.timeline}>
      <figcaption className={styles.title}>
        <FormattedMessage id="timeline.title" />
        <Pace detail={detail} />
      </figcaption>
      <div ref={frame} className={styles.frame}>
        {widthPx > 2 * NAMES_PX && <Drawing detail={detail} nowMs={nowMs} widthPx={widthPx} />}
      </div>
    </figure>
  );
}

function Pace({ detail: { timeline } }: Pick<TimelineProps, "detail">) {
  const { measuredSecondsPerPiece: measured, standardSecondsPerPiece } = timeline;
  return (
    <span className={styles.pace}>
      <FormattedMessage
        id={measured === null ? "timeline.standard" : "timeline.measured"}
        values={{
          seconds: (
            <FormattedNumber
              value={measured ?? standardSecondsPerPiece}
              minimumFractionDigits={1}
              maximumFractionDigits={1}
            />
          ),
        }}
      />
    </span>
  );
}

function Drawing({ detail, nowMs, widthPx }: TimelineProps & { readonly widthPx: number }) {
  const intl = useIntl();
  const { order, timeline } = detail;
  const plan = planTimeline({
    timeline,
    jobOrderId: order.jobOrderId,
    nowMs,
    dueMs: Date.parse(order.dueUtc),
    widthPx: widthPx - NAMES_PX,
  });
  const heightPx = TOP_PX + plan.rows.length * ROW_PX;
  const words = {
    order: order.jobOrderId,
    good: intl.formatNumber(order.good),
    planned: intl.formatNumber(order.plannedQuantity),
    ready:
      order.outlook === null ? "–" : Object.values(readyWords(intl, order.outlook.forecast, nowMs)).join(" "),
    due: formatMoment(intl, order.dueUtc, nowMs),
  };
  return (
    <svg
      className={styles.plot}
      width={widthPx}
      height={heightPx + FOOT_PX}
      role="img"
      aria-label={intl.formatMessage({ id: "timeline.text" }, words)}
    >
      {plan.rows.map((row, index) => (
        <text
          key={row.jobOrderId}
          className={row.isOpen ? styles.here : styles.name}
          x={0}
          y={middleOf(index) + 5}
        >
          {shortened(row.operation)}
        </text>
      ))}
      <g transform={`translate(${NAMES_PX} 0)`}>
        <Ticks plan={plan} nowMs={nowMs} heightPx={heightPx} widthPx={widthPx - NAMES_PX} />
        {plan.rows.map((row, index) => (
          <Row key={row.jobOrderId} row={row} y={middleOf(index)} />
        ))}
        <DueLine plan={plan} due={words.due} heightPx={heightPx} widthPx={widthPx - NAMES_PX} />
        <path
          className={axis.now}
          d={`M${plan.nowX} ${TOP_PX}V${heightPx}m-5 ${TOP_PX - heightPx}h10l-5 7z`}
        />
      </g>
    </svg>
  );
}

/** Middle of the bar of a row. */
function middleOf(index: number): number {
  return TOP_PX + index * ROW_PX + 14;
}

/** As many letters as stand before the axis; the row of the order says its operation in full. */
function shortened(operation: string): string {
  return operation.length > 15 ? `${operation.slice(0, 14)}…` : operation;
}

interface RowProps {
  readonly row: TimelineRow;
  /** Middle of its bar. */
  readonly y: number;
}

function Row({ row, y }: RowProps) {
  const top = y - BAR_PX / 2;
  const { done, halt, ready, latest } = row;
  return (
    <g>
      {latest !== null && (
        <rect
          className={styles.latest}
          x={latest.x}
          y={top + BAR_PX + 2}
          width={latest.width}
          height={5}
          rx={1}
        />
      )}
      {[done, halt].map(
        (bar) =>
          bar !== null && (
            <rect
              key={bar.look}
              className={styles.done}
              data-look={bar.look}
              x={bar.x}
              y={top}
              width={bar.width}
              height={BAR_PX}
              rx={2}
            />
          ),
      )}
      <Expected row={row} y={y} />
      {ready !== null && ready.to > ready.from && (
        <path className={styles.range} d={`M${ready.from} ${y}H${ready.to}`} />
      )}
      {ready !== null && <path className={styles.ready} d={`M${ready.x} ${y - 9}V${y + 9}`} />}
    </g>
  );
}

/** Hatched where work goes on, an empty frame where it has not begun. */
function Expected({ row: { expected }, y }: RowProps) {
  const hatch = useId();
  if (expected === null) return null;
  const top = y - BAR_PX / 2;
  if (!expected.isBegun) {
    const width = Math.max(2, expected.width - 2);
    return (
      <rect
        className={styles.planned}
        x={expected.x + 1}
        y={top + 1}
        width={width}
        height={BAR_PX - 2}
        rx={3}
      />
    );
  }
  return (
    <>
      <pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className={styles.hatch} d="M2 0V8" />
      </pattern>
      <rect x={expected.x} y={top} width={expected.width} height={BAR_PX} fill={`url(#${hatch})`} />
    </>
  );
}

interface AxisProps {
  readonly plan: TimelinePlan;
  readonly heightPx: number;
  readonly widthPx: number;
}

/** Times within a day; over more than one, with the day where it changes. */
function Ticks({ plan, nowMs, heightPx, widthPx }: AxisProps & { readonly nowMs: number }) {
  const intl = useIntl();
  const isLong = plan.toMs - plan.fromMs > DAY_MS;
  const most = Math.max(2, Math.floor(widthPx / (isLong ? LONG_TICK_PX : TICK_PX)));
  return timeTicks(plan.fromMs, plan.toMs, most).map((tick) => {
    const utc = new Date(tick).toISOString();
    const x = plan.x(tick);
    const anchor = x < 24 ? "start" : x > widthPx - 24 ? "end" : "middle";
    return (
      <g key={tick}>
        <path className={axis.grid} d={`M${x} ${TOP_PX - 6}V${heightPx}`} />
        <text className={axis.words} x={x} y={14} textAnchor={anchor}>
          {isLong ? formatMoment(intl, utc, nowMs) : formatClock(intl, utc)}
        </text>
      </g>
    );
  });
}

function DueLine({ plan, due, heightPx, widthPx }: AxisProps & { readonly due: string }) {
  const intl = useIntl();
  const words = intl.formatMessage({ id: "detail.due" }, { time: due });
  const { due: dueX } = plan;
  if (dueX === "before" || dueX === "after")
    return (
      <text
        className={axis.dueWords}
        x={dueX === "before" ? 0 : widthPx}
        y={heightPx + 14}
        textAnchor={dueX === "before" ? "start" : "end"}
      >
        {intl.formatMessage({ id: `timeline.${dueX}` }, { words })}
      </text>
    );
  const isAtRight = dueX > widthPx - DUE_WORDS_PX;
  return (
    <>
      <path className={axis.due} d={`M${dueX} ${TOP_PX - 6}V${heightPx}`} />
      <text
        className={axis.dueWords}
        x={isAtRight ? dueX - 8 : dueX + 8}
        y={heightPx + 14}
        textAnchor={isAtRight ? "end" : "start"}
      >
        {words}
      </text>
    </>
  );
}
