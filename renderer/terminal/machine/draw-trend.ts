import UPlot from "uplot";
import type { SignalTrend } from "../../../shared/screen/machine-trend.ts";
import { colourReader } from "../../ui/colour-reader.ts";
import type { TrendScale } from "./trend-scale.ts";

export interface TrendInput {
  readonly curve: Pick<SignalTrend, "atMs" | "value">;
  readonly spanMs: number;
  readonly scale: TrendScale;
  /** Old or bad: drawn in the muted colour. */
  readonly muted: boolean;
}

const DOT_PX = 7;
const HATCH_PX = 10;
/** From so many points on a step is a pixel or two wide, and the plain line is the quieter one. */
const DENSE = 120;

/**
 * Draws into `host`: no legend, no cursor, no axes, no animation. A value is in force until the next one, so a line of
 * few points is stepped; where nothing is known there is no line but a hatched ground.
 *
 * @returns removes the drawing
 */
export function drawTrend(host: HTMLElement, input: TrendInput): () => void {
  const { clientWidth, clientHeight } = host;
  if (clientWidth === 0 || clientHeight === 0) return () => undefined;
  const colour = colourReader(host);
  const { curve, spanMs, scale } = input;
  const stepped = curve.value.length > DENSE ? undefined : UPlot.paths.stepped?.({ align: 1 });
  const line = colour(input.muted ? "--muted" : "--text");
  const plot = new UPlot(
    {
      width: clientWidth,
      height: clientHeight,
      padding: [2, DOT_PX, 2, 0],
      legend: { show: false },
      cursor: { show: false },
      axes: [{ show: false }, { show: false }],
      scales: { x: { time: false, range: [0, spanMs] }, y: { range: [scale.min, scale.max] } },
      series: [
        {},
        {
          stroke: line,
          width: 2.5,
          points: { show: false },
          spanGaps: false,
          ...(stepped === undefined ? {} : { paths: stepped }),
        },
      ],
      hooks: {
        drawClear: [
          (drawn) => {
            drawBand(drawn, scale, { fill: colour("--track"), edge: colour("--muted") });
            for (const gap of gapsOf(input)) hatch(drawn, gap, colour("--line"));
          },
        ],
        draw: [(drawn) => drawLast(drawn, input, line)],
      },
    },
    [[...curve.atMs], [...curve.value]],
    host,
  );
  return () => plot.destroy();
}

interface Gap {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Where nothing is known: before the first value, from a break to the next value, and after a last break. */
export function gapsOf({
  curve: { atMs, value },
  spanMs,
}: Pick<TrendInput, "curve" | "spanMs">): readonly Gap[] {
  const gaps: Gap[] = [];
  let openMs: number | null = 0;
  for (const [place, one] of value.entries()) {
    const at = atMs[place] ?? 0;
    if (one === null) openMs ??= at;
    else if (openMs !== null) {
      if (at > openMs) gaps.push({ fromMs: openMs, toMs: at });
      openMs = null;
    }
  }
  if (openMs !== null && openMs < spanMs) gaps.push({ fromMs: openMs, toMs: spanMs });
  return gaps;
}

/** What is normal, edged where somebody said so; else where the value was most of the time. */
function drawBand(
  plot: UPlot,
  { usual, limits }: TrendScale,
  { fill, edge }: { readonly fill: string; readonly edge: string },
): void {
  const { ctx, bbox } = plot;
  const bottomPx = bbox.top + bbox.height;
  const within = (value: number) => Math.min(bottomPx, Math.max(bbox.top, plot.valToPos(value, "y", true)));
  const { low, high } = limits ?? { low: usual.from, high: usual.to };
  const [top, bottom] = [high === null ? bbox.top : within(high), low === null ? bottomPx : within(low)];
  ctx.save();
  ctx.fillStyle = fill;
  ctx.fillRect(bbox.left, top - UPlot.pxRatio, bbox.width, bottom - top + 2 * UPlot.pxRatio);
  if (limits !== null) {
    ctx.strokeStyle = edge;
    ctx.lineWidth = 2 * UPlot.pxRatio;
    ctx.setLineDash([8 * UPlot.pxRatio, 6 * UPlot.pxRatio]);
    const ends = [...(high === null ? [] : [top]), ...(low === null ? [] : [bottom])];
    for (const y of ends.filter((at) => at > bbox.top && at < bottomPx)) strokeAcross(plot, y);
  }
  ctx.restore();
}

function strokeAcross({ ctx, bbox }: UPlot, y: number): void {
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
}

function hatch(plot: UPlot, { fromMs, toMs }: Gap, stroke: string): void {
  const { ctx, bbox } = plot;
  const left = plot.valToPos(fromMs, "x", true);
  const width = plot.valToPos(toMs, "x", true) - left;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, bbox.top, width, bbox.height);
  ctx.clip();
  ctx.clearRect(left, bbox.top, width, bbox.height);
  ctx.strokeStyle = stroke;
  ctx.lineWidth = 1.5 * UPlot.pxRatio;
  ctx.beginPath();
  const stepPx = HATCH_PX * UPlot.pxRatio;
  for (let x = left - bbox.height; x < left + width; x += stepPx) {
    ctx.moveTo(x, bbox.top + bbox.height);
    ctx.lineTo(x + bbox.height, bbox.top);
  }
  ctx.stroke();
  ctx.restore();
}

function drawLast(plot: UPlot, { curve: { atMs, value } }: TrendInput, fill: string): void {
  const last = value.at(-1);
  const at = atMs.at(-1);
  if (last === undefined || last === null || at === undefined) return;
  const { ctx } = plot;
  ctx.save();
  ctx.beginPath();
  ctx.fillStyle = fill;
  const [x, y] = [plot.valToPos(at, "x", true), plot.valToPos(last, "y", true)];
  ctx.arc(x, y, DOT_PX * UPlot.pxRatio, 0, 2 * Math.PI);
  ctx.fill();
  ctx.restore();
}
