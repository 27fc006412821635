import { type SignalMapping, type SignalMeaning, signalMappingSchema } from "../mapping.ts";
import type { FoundNode } from "./found-node.ts";

/** What a companion model says of one node; the rest of a mapping has its defaults. */
export interface SuggestedSignal extends Partial<Omit<SignalMapping, "node" | "meaning" | "signalId">> {
  readonly signalId: string;
  readonly node: string;
  readonly meaning: SignalMeaning;
}

/** @returns nothing where the machine does not have the optional node */
export function suggest(
  node: FoundNode | undefined,
  signal: Omit<SuggestedSignal, "node">,
): readonly SuggestedSignal[] {
  return node === undefined || node.kind !== "variable" ? [] : [{ ...signal, node: node.node }];
}

const ONCE: ReadonlySet<SignalMeaning> = new Set(["count-total", "count-good", "count-scrap", "mode"]);

/**
 * One node, or part of one, is one signal, a count is mapped once, and of two signals with one name the later gets a number.
 */
export function signalsWithIds(suggested: readonly SuggestedSignal[]): readonly SignalMapping[] {
  const nodes = new Set<string>();
  const meanings = new Set<SignalMeaning>();
  const ids = new Map<string, number>();
  return suggested.flatMap((signal) => {
    const place = `${signal.node} ${signal.field ?? ""}`;
    if (nodes.has(place) || (ONCE.has(signal.meaning) && meanings.has(signal.meaning))) return [];
    nodes.add(place);
    meanings.add(signal.meaning);
    const id =
      signal.signalId
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-+|-+$/g, "")
        .slice(0, 36) || "signal";
    const count = (ids.get(id) ?? 0) + 1;
    ids.set(id, count);
    return [signalMappingSchema.parse({ ...signal, signalId: count === 1 ? id : `${id}-${count}` })];
  });
}
