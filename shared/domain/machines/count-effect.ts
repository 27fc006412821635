import type { MachineMapping, SignalMeaning } from "./mapping.ts";

export interface CountEffect {
  /** Its counts are pieces made. */
  readonly makes: boolean;
  /** Its counts are pieces that the machine itself rejected. */
  readonly rejects: boolean;
}

/**
 * What the counts of a signal stand for, so that each piece is counted once: beside a counter of all pieces a scrap
 * counter only says which of them are bad; beside a counter of good ones its pieces come on top.
 */
export function countEffect(
  meaning: SignalMeaning,
  { signals }: Pick<MachineMapping, "signals">,
): CountEffect {
  if (meaning !== "count-scrap") return { makes: true, rejects: false };
  return { makes: !signals.some((signal) => signal.meaning === "count-total"), rejects: true };
}
