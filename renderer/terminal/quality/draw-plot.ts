import UPlot from "uplot";
import { type Colour, colourReader } from "../../ui/colour-reader.ts";

export interface PlotInput {
  /** Oldest first; shown at the right end of 25 places. */
  readonly values: readonly number[];
  readonly min: number;
  readonly max: number;
  readonly band: { readonly from: number; readonly to: number } | null;
  readonly limits: readonly number[];
  readonly centre: number;
}

const PLACES = 25;
const PADDING_PX = 14;

/**
 * Draws into `host`: no legend, no cursor, no axes, no animation; one hook paints band and lines.
 *
 * @returns removes the drawing
 */
export function drawPlot(host: HTMLElement, input: PlotInput): () => void {
  const { clientWidth, clientHeight } = host;
  if (clientWidth === 0 || clientHeight === 0) return () => undefined;
  const colour = colourReader(host);
  const clamped = input.values.map((value) => Math.min(input.max, Math.max(input.min, value)));
  const plot = new UPlot(
    {
      width: clientWidth,
      height: clientHeight,
      padding: [0, PADDING_PX, 0, PADDING_PX],
      legend: { show: false },
      cursor: { show: false },
      axes: [{ show: false }, { show: false }],
      scales: { x: { time: false, range: [1, PLACES] }, y: { range: [input.min, input.max] } },
      series: [
        {},
        {
          stroke: colour("--muted"),
          width: 2,
          points: { show: true, size: 9, fill: colour("--muted"), stroke: colour("--muted") },
        },
      ],
      hooks: {
        drawClear: [(drawn) => drawGround(drawn, input, colour)],
        draw: [(drawn) => drawLast(drawn, clamped, colour("--text"))],
      },
    },
    [clamped.map((_, index) => index + 1), clamped],
    host,
  );
  return () => plot.destroy();
}

function drawGround(plot: UPlot, input: PlotInput, colour: Colour): void {
  const { ctx } = plot;
  const y = (value: number) => plot.valToPos(value, "y", true);
  const line = (value: number, widthPx: number, stroke: string) => {
    ctx.beginPath();
    ctx.strokeStyle = stroke;
    ctx.lineWidth = widthPx * UPlot.pxRatio;
    ctx.moveTo(0, y(value));
    ctx.lineTo(ctx.canvas.width, y(value));
    ctx.stroke();
  };
  ctx.save();
  if (input.band !== null) {
    ctx.fillStyle = colour("--raised");
    ctx.fillRect(0, y(input.band.to), ctx.canvas.width, y(input.band.from) - y(input.band.to));
  }
  line(input.centre, 1.5, colour("--line"));
  for (const limit of input.limits) line(limit, 3, colour("--text"));
  ctx.restore();
}

function drawLast(plot: UPlot, values: readonly number[], fill: string): void {
  const value = values.at(-1);
  if (value === undefined) return;
  const { ctx } = plot;
  ctx.save();
  ctx.beginPath();
  ctx.fillStyle = fill;
  ctx.arc(
    plot.valToPos(values.length, "x", true),
    plot.valToPos(value, "y", true),
    12 * UPlot.pxRatio,
    0,
    2 * Math.PI,
  );
  ctx.fill();
  ctx.restore();
}
