import { FormattedMessage, useIntl } from "react-intl";
import type { OrderDetail } from "../../../../shared/protocol/pages.ts";
import { formatClock, formatMoment } from "../../format/moment.ts";
import { type GoodPoint, goodOverTime } from "./good-over-time.ts";
import styles from "./ProgressChart.module.css";
import { type ProgressPlot, planProgressPlot } from "./progress-plot.ts";
import axis from "./TimeAxis.module.css";
import { timeTicks } from "./time-axis.ts";
import { useWidth } from "./use-width.ts";

const HEIGHT_PX = 170;
const TOP_PX = 24;
const LEFT_PX = 48;
/** Half of the last time of the axis. */
const RIGHT_PX = 24;
const MOST_TICKS = 6;

interface ProgressChartProps {
  readonly detail: OrderDetail;
  readonly nowMs: number;
}

/** How the good pieces of an order grew, against what is planned and when it is due. */
export function ProgressChart({ detail, nowMs }: ProgressChartProps) {
  const points = goodOverTime(detail);
  const { startedUtc } = detail.order;
  const [frame, widthPx] = useWidth<HTMLElement>();
  const plotWidthPx = widthPx - LEFT_PX - RIGHT_PX;
  return (
    <figure ref={frame} className={styles.chart}>
      <figcaption className={styles.title}>
        <FormattedMessage id="detail.progress" />
      </figcaption>
      {points === null || startedUtc === null ? (
        <Times order={detail.order} nowMs={nowMs} />
      ) : (
        plotWidthPx > 0 && (
          <Plot
            order={detail.order}
            points={points}
            startedUtc={startedUtc}
            nowMs={nowMs}
            plotWidthPx={plotWidthPx}
          />
        )
      )}
    </figure>
  );
}

interface PlotProps {
  readonly order: OrderDetail["order"];
  readonly points: readonly GoodPoint[];
  readonly startedUtc: string;
  readonly nowMs: number;
  readonly plotWidthPx: number;
}

function Plot({ order, points, startedUtc, nowMs, plotWidthPx }: PlotProps) {
  const intl = useIntl();
  const endMs = order.finishedUtc === null ? nowMs : Date.parse(order.finishedUtc);
  const span = {
    startedMs: Date.parse(startedUtc),
    endMs,
    dueMs: Date.parse(order.dueUtc),
    planned: order.plannedQuantity,
  };
  const plot = planProgressPlot(points, span, { widthPx: plotWidthPx, heightPx: HEIGHT_PX });
  const words = {
    good: intl.formatNumber(order.good),
    planned: intl.formatNumber(order.plannedQuantity),
    from: formatMoment(intl, startedUtc, nowMs),
    to: formatMoment(intl, new Date(endMs).toISOString(), nowMs),
  };
  return (
    <svg
      className={styles.plot}
      width={LEFT_PX + plotWidthPx + RIGHT_PX}
      height={TOP_PX + HEIGHT_PX + 8}
      role="img"
      aria-label={intl.formatMessage({ id: "detail.progressText" }, words)}
    >
      <g transform={`translate(${LEFT_PX} ${TOP_PX})`}>
        <Grid plot={plot} planned={order.plannedQuantity} plotWidthPx={plotWidthPx} />
        <path className={styles.area} d={plot.area} />
        <path className={styles.line} d={plot.line} />
        <DueLine
          plot={plot}
          dueMs={span.dueMs}
          dueUtc={order.dueUtc}
          nowMs={nowMs}
          plotWidthPx={plotWidthPx}
        />
        {order.finishedUtc === null && (
          <path className={axis.now} d={`M${plot.endXPx} 0V${HEIGHT_PX}m-5 ${-HEIGHT_PX}h10l-5 7z`} />
        )}
      </g>
    </svg>
  );
}

interface GridProps {
  readonly plot: ProgressPlot;
  readonly planned: number;
  readonly plotWidthPx: number;
}

function Grid({ plot, planned, plotWidthPx }: GridProps) {
  const intl = useIntl();
  return (
    <>
      {timeTicks(plot.fromMs, plot.toMs, MOST_TICKS).map((tick) => (
        <g key={tick}>
          <path className={axis.grid} d={`M${plot.x(tick)} 0V${HEIGHT_PX}`} />
          <text className={axis.words} x={plot.x(tick)} y={-8} textAnchor="middle">
            {formatClock(intl, new Date(tick).toISOString())}
          </text>
        </g>
      ))}
      {[0, planned].map((good) => (
        <g key={good}>
          <path className={good === 0 ? styles.base : styles.plan} d={`M0 ${plot.y(good)}H${plotWidthPx}`} />
          <text className={axis.words} x={-8} y={plot.y(good) + 5} textAnchor="end">
            {intl.formatNumber(good)}
          </text>
        </g>
      ))}
    </>
  );
}

interface DueLineProps {
  readonly plot: ProgressPlot;
  readonly dueMs: number;
  readonly dueUtc: string;
  readonly nowMs: number;
  readonly plotWidthPx: number;
}

function DueLine({ plot, dueMs, dueUtc, nowMs, plotWidthPx }: DueLineProps) {
  const intl = useIntl();
  if (dueMs <= plot.fromMs || dueMs > plot.toMs) return null;
  const x = plot.x(dueMs);
  const isAtRight = x > plotWidthPx / 2;
  return (
    <>
      <path className={axis.due} d={`M${x} 0V${HEIGHT_PX}`} />
      <text
        className={axis.dueWords}
        x={isAtRight ? x - 8 : x + 8}
        y={HEIGHT_PX - 10}
        textAnchor={isAtRight ? "end" : "start"}
      >
        {intl.formatMessage({ id: "detail.due" }, { time: formatMoment(intl, dueUtc, nowMs) })}
      </text>
    </>
  );
}

/** Without a curve there are still the times. */
function Times({ order, nowMs }: { readonly order: OrderDetail["order"]; readonly nowMs: number }) {
  const intl = useIntl();
  const { startedUtc, finishedUtc } = order;
  if (startedUtc === null) {
    return (
      <p className={styles.none}>
        <FormattedMessage id="detail.notStarted" />
      </p>
    );
  }
  return (
    <dl className={styles.times}>
      <dt>
        <FormattedMessage id="detail.started" />
      </dt>
      <dd>{formatMoment(intl, startedUtc, nowMs)}</dd>
      {finishedUtc !== null && (
        <>
          <dt>
            <FormattedMessage id="detail.finished" />
          </dt>
          <dd>{formatMoment(intl, finishedUtc, nowMs)}</dd>
        </>
      )}
    </dl>
  );
}
