import type { Attention } from "../../shared/protocol/attention.ts";

/** One step in the life of a line under "Needs someone". */
export type AttentionStep =
  | { readonly kind: "attention-opened"; readonly attention: Attention }
  | { readonly kind: "attention-closed"; readonly id: string };

/** What many steps come to: these lines are closed first, then those are opened. Each id is in each list once. */
export interface AttentionChange {
  readonly closed: readonly string[];
  readonly opened: readonly Attention[];
}

/**
 * Sums up the steps of a batch, so that they take one statement each way however many there are. The first opening since
 * the last closing counts: an open line stays as it is.
 */
export function settleAttention(steps: readonly AttentionStep[]): AttentionChange {
  const closed = new Set<string>();
  const opened = new Map<string, Attention>();
  for (const step of steps) {
    if (step.kind === "attention-closed") {
      closed.add(step.id);
      opened.delete(step.id);
    } else if (!opened.has(step.attention.id)) opened.set(step.attention.id, step.attention);
  }
  return { closed: [...closed], opened: [...opened.values()] };
}
