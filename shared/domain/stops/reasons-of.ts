import type { MasterData } from "../master-data.ts";
import type { Reason, ReasonKind } from "./reason.ts";

/**
 * The reasons a person may pick from, most frequent first. A plant that has none of its own for ending an order short,
 * giving it up or opening a box again picks from those of a pause, so nobody is ever left without a reason to give.
 */
export function reasonsOf(master: MasterData, kind: ReasonKind): readonly Reason[] {
  const all = [...master.reason.values()].toSorted((left, right) => left.rank - right.rank);
  const own = all.filter((reason) => reason.kind === kind);
  const isRare = kind === "short" || kind === "abort" || kind === "reopen";
  return own.length === 0 && isRare ? all.filter((reason) => reason.kind === "pause") : own;
}
