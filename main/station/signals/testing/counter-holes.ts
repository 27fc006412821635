import type { SampleColumns } from "../sample-columns.ts";

export interface CounterShape {
  /** What one write adds to the counter. */
  readonly step: number;
  /** Value at which it wraps to 0. */
  readonly rolloverAt: number;
}

/** Between two stored values of a counter, by when they arrived. */
export interface BetweenValues {
  readonly fromUs: number;
  readonly toUs: number;
}

export interface CounterHoles {
  readonly holes: readonly (BetweenValues & { readonly missing: number })[];
  /** The same value of the same moment once more. */
  readonly repeats: readonly BetweenValues[];
}

interface CounterSample {
  readonly arrivedUs: number;
  readonly sourceUs: number;
  readonly value: number;
  readonly status: number;
}

/** Where the values of a counter that goes up in equal steps do not follow one another. A fall to 0 is no hole. */
export function counterHoles(samples: SampleColumns, shape: CounterShape): CounterHoles {
  const holes: (BetweenValues & { missing: number })[] = [];
  const repeats: BetweenValues[] = [];
  let last: CounterSample | undefined;
  let isUnknown = false;
  for (const sample of inOrder(samples, shape)) {
    // A machine that has no value tells so once, however many pieces it makes meanwhile.
    if (Number.isNaN(sample.value)) {
      isUnknown = true;
      continue;
    }
    if (last !== undefined) {
      const between = { fromUs: last.arrivedUs, toUs: sample.arrivedUs };
      const missing = missingBetween(last, sample, shape);
      if (isSame(last, sample)) repeats.push(between);
      else if (missing > 0 && !isUnknown) holes.push({ ...between, missing });
    }
    last = sample;
    isUnknown = false;
  }
  return { holes, repeats };
}

/**
 * In the order in which they came. What came in one message has one arrival, and its source times are no order where the
 * machine's clock was put back in between: there it goes by how far the counter had got.
 */
function inOrder(samples: SampleColumns, shape: CounterShape): readonly CounterSample[] {
  const all = Array.from({ length: samples.length }, (_, row) => ({
    arrivedUs: samples.arrivedUs[row] ?? Number.NaN,
    sourceUs: samples.sourceUs[row] ?? Number.NaN,
    value: samples.value[row] ?? Number.NaN,
    status: samples.status[row] ?? 0,
  }));
  const arrivals = Map.groupBy(all, ({ arrivedUs }) => arrivedUs);
  let base: CounterSample | undefined;
  return [...arrivals.keys()]
    .toSorted((left, right) => left - right)
    .flatMap((arrivedUs) => {
      const from = base ?? arrivals.get(arrivedUs)?.[0];
      const message = (arrivals.get(arrivedUs) ?? []).toSorted(
        (left, right) => distance(from, left, shape) - distance(from, right, shape),
      );
      base = message.findLast(({ value }) => !Number.isNaN(value)) ?? base;
      return message;
    });
}

/** What is no value comes last: it began after the values of its message. */
function distance(from: CounterSample | undefined, to: CounterSample, shape: CounterShape): number {
  if (Number.isNaN(to.value)) return Number.POSITIVE_INFINITY;
  return from === undefined ? 0 : stepsBetween(from, to, shape);
}

/** After a fall to 0 the counter began anew: what it had shown before that is not known. */
function missingBetween(from: CounterSample, to: CounterSample, shape: CounterShape): number {
  const steps = stepsBetween(from, to, shape);
  const hasBegunAnew = to.value < from.value && steps > shape.rolloverAt / shape.step / 2;
  return hasBegunAnew ? to.value / shape.step : steps - 1;
}

function stepsBetween(from: CounterSample, to: CounterSample, { step, rolloverAt }: CounterShape): number {
  return ((to.value - from.value + rolloverAt) % rolloverAt) / step;
}

function isSame(left: CounterSample, right: CounterSample): boolean {
  return left.value === right.value && left.sourceUs === right.sourceUs && left.status === right.status;
}
