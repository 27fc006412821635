import type { SentGap } from "../../../shared/protocol/signal-messages.ts";
import type { SignalGap } from "../signals/signal-gap.ts";
import type { RegisteredSignal } from "../signals/signal-identity.ts";
import type { RollupPosition } from "../sync/rollup-port.ts";

const MOST_GAPS = 300;

/** Gaps that have begun or ended since the last ones sent. @param gaps those that ended after `position.gapsUs`, or last */
export function newGaps(
  position: RollupPosition,
  gaps: readonly SignalGap[],
  signals: readonly RegisteredSignal[],
): { readonly gaps: readonly SentGap[]; readonly next: RollupPosition } {
  const told = new Set(position.openGaps);
  const open = gaps.filter(({ toUs }) => toUs === null);
  const ended = gaps.filter(({ toUs }) => toUs !== null).sort((left, right) => endOf(left) - endOf(right));
  const lastUs = endOf(ended[MOST_GAPS - 1] ?? ended.at(-1));
  // Those that end at the same instant go together: the next ones are asked for by their end.
  const sending = ended.filter((gap) => endOf(gap) <= lastUs).slice(0, MOST_GAPS + 100);
  const begun = open.filter((gap) => !told.has(keyOf(gap))).slice(0, 100);
  const openGaps = open.map(keyOf).filter((key) => told.has(key) || begun.some((gap) => keyOf(gap) === key));
  const next = { ...position, gapsUs: Math.max(position.gapsUs, lastUs), openGaps };
  const names = new Map(signals.map(({ number, signalId }) => [number, signalId]));
  return { gaps: [...begun, ...sending].map((gap) => sentGap(gap, names)), next };
}

function endOf(gap: SignalGap | undefined): number {
  return gap?.toUs ?? 0;
}

function keyOf({ machineId, signal, fromUs, cause }: SignalGap): string {
  return JSON.stringify([machineId, signal, fromUs, cause]);
}

function sentGap(
  { machineId, signal, fromUs, toUs, cause }: SignalGap,
  names: ReadonlyMap<number, string>,
): SentGap {
  return {
    machineId,
    signalId: signal === null ? null : (names.get(signal) ?? null),
    fromUs: Math.round(fromUs),
    toUs: toUs === null ? null : Math.round(toUs),
    cause,
  };
}
