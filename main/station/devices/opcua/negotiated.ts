import type { NegotiatedView, RevisedValue } from "../../../../shared/screen/machine-link-view.ts";

const MOST_SHOWN = 50;
/** Slower than this is no live machine; the watch over silence would have to wait as long. */
const SLOWEST_PUBLISHING_MS = 60_000;

export interface SubscriptionTerms {
  readonly askedPublishingMs: number;
  readonly publishingMs: number;
  readonly keepAliveCount: number;
  readonly lifetimeCount: number;
  readonly sessionTimeoutMs: number;
  readonly askedSessionTimeoutMs: number;
}

/** A machine may revise what it is asked for to anything. @returns why no session can be kept on these terms */
export function unusableTerms(terms: SubscriptionTerms): string | undefined {
  const { publishingMs, keepAliveCount } = terms;
  const keepAliveMs = publishingMs * keepAliveCount;
  if (!(publishingMs >= 0 && publishingMs <= SLOWEST_PUBLISHING_MS)) {
    return `The machine would send only every ${Math.round(publishingMs / 1000)} s`;
  }
  if (!(keepAliveMs <= 5 * SLOWEST_PUBLISHING_MS)) {
    return `The machine would give a sign of life only every ${Math.round(keepAliveMs / 1000)} s`;
  }
  return undefined;
}

/** What was agreed on, and where it is worse than what was asked. @param perSignal of the monitored items */
export function negotiatedView(terms: SubscriptionTerms, perSignal: readonly RevisedValue[]): NegotiatedView {
  const { publishingMs, askedPublishingMs, sessionTimeoutMs, askedSessionTimeoutMs } = terms;
  const whole = { signalId: null } as const;
  const revised: readonly RevisedValue[] = [
    ...(publishingMs > askedPublishingMs
      ? [{ ...whole, what: "publishing", asked: askedPublishingMs, given: publishingMs } as const]
      : []),
    ...(sessionTimeoutMs < askedSessionTimeoutMs
      ? [
          {
            ...whole,
            what: "session-timeout",
            asked: askedSessionTimeoutMs,
            given: sessionTimeoutMs,
          } as const,
        ]
      : []),
    ...perSignal,
  ];
  return {
    publishingMs,
    keepAliveMs: publishingMs * terms.keepAliveCount,
    lifetimeMs: publishingMs * terms.lifetimeCount,
    sessionTimeoutMs,
    revised: revised.slice(0, MOST_SHOWN),
    revisedCount: revised.length,
  };
}

export interface ItemTerms {
  readonly signalId: string;
  readonly samplingMs: number;
  readonly queueSize: number;
}

/** @param given by the machine; 0 asked means as fast as it can */
export function revisedOf(
  { signalId, samplingMs, queueSize }: ItemTerms,
  given: { readonly samplingMs: number; readonly queueSize: number },
): readonly RevisedValue[] {
  const isSlower = samplingMs > 0 && given.samplingMs > samplingMs * 1.01;
  return [
    ...(isSlower
      ? [{ signalId, what: "sampling", asked: samplingMs, given: Math.round(given.samplingMs) } as const]
      : []),
    ...(given.queueSize < queueSize
      ? [{ signalId, what: "queue", asked: queueSize, given: given.queueSize } as const]
      : []),
  ];
}

/** Of some signal only the newest value is there after a cut, although more were asked for. */
export function keepsNothing(perSignal: readonly RevisedValue[]): boolean {
  return perSignal.some(({ what, given }) => what === "queue" && given <= 1);
}

/** In a technician's words; empty: all as asked. */
export function revisedWords({ revised }: Pick<NegotiatedView, "revised">): string {
  const of = (what: RevisedValue["what"]) => revised.filter((one) => one.what === what);
  const [queue] = of("queue").toSorted((left, right) => left.given - right.given);
  const [sampling] = of("sampling").toSorted((left, right) => right.given - left.given);
  const [publishing] = of("publishing");
  return [
    queue && `keeps only ${queue.given} of ${queue.asked} values of ${queue.signalId} during a cut`,
    sampling && `looks at ${sampling.signalId} only every ${sampling.given} ms`,
    publishing && `sends only every ${publishing.given} ms`,
  ]
    .flatMap((words) => (words === undefined ? [] : [words]))
    .map((words) => `The machine ${words}`)
    .join(". ");
}
