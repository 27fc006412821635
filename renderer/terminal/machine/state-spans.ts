import type { MachineState } from "../../../shared/domain/machines/machine-state.ts";
import type { MachineTrend } from "../../../shared/screen/machine-trend.ts";
import type { MachineView } from "../../../shared/screen/screen-model.ts";

export interface StateSpan {
  readonly state: MachineState;
  /** Shares of the window. */
  readonly from: number;
  readonly to: number;
}

/** Narrower than this a span would be less than a pixel on the largest panel. */
const NARROWEST = 1 / 1_900;

/**
 * What the machine was doing over the window, without a hole and without an overlap.
 *
 * @param machine tells the state of a window in which nothing changed
 */
export function stateSpans(
  { fromMs, toMs, states }: Pick<MachineTrend, "fromMs" | "toMs" | "states">,
  machine: Pick<MachineView, "state" | "sinceUtc">,
): readonly StateSpan[] {
  const wholeMs = toMs - fromMs;
  const begins = [
    { atMs: fromMs, state: states[0]?.was ?? machine.state },
    ...states.map(({ atMs, state }) => ({ atMs: Math.min(toMs, Math.max(fromMs, atMs)), state })),
  ];
  const spans = begins.map(({ atMs, state }, place) => ({
    state,
    from: (atMs - fromMs) / wholeMs,
    to: ((begins[place + 1]?.atMs ?? toMs) - fromMs) / wholeMs,
  }));
  return joined(spans.filter(({ from, to }) => to - from >= NARROWEST));
}

/** What was left out as too narrow goes to the span before it; equal neighbours are one. */
function joined(spans: readonly StateSpan[]): readonly StateSpan[] {
  const out: StateSpan[] = [];
  for (const span of spans) {
    const before = out.at(-1);
    if (before?.state === span.state) out[out.length - 1] = { ...before, to: span.to };
    else out.push({ ...span, from: before?.to ?? 0 });
  }
  const last = out.at(-1);
  if (last !== undefined) out[out.length - 1] = { ...last, to: 1 };
  return out;
}
