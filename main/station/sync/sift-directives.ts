import type { Directive } from "../../../shared/protocol/directive.ts";
import { type RefusedDirective, validateDirective } from "./validate-directive.ts";

export interface SiftedPage {
  readonly usable: readonly Directive[];
  readonly refused: readonly RefusedDirective[];
  /** Sequence of the last entry, usable or not: where the next page begins. */
  readonly reached: number;
}

/** An entry whose sequence cannot be read still has its place; one that came before has had it. */
function placeOf(result: ReturnType<typeof validateDirective>, reached: number): number {
  const seq = result.ok ? result.value.seq : result.refusal.seq;
  if (seq > reached) return seq;
  return result.ok || result.refusal.reason === "out-of-order" ? reached : reached + 1;
}

/** Parts a page of the directive log after `afterSeq` into what can be applied and what cannot; order is kept. */
export function siftDirectives(page: readonly unknown[], afterSeq: number): SiftedPage {
  const usable: Directive[] = [];
  const refused: RefusedDirective[] = [];
  let reached = afterSeq;
  for (const raw of page) {
    const result = validateDirective(raw, reached);
    if (result.ok) usable.push(result.value);
    else refused.push(result.refusal);
    reached = placeOf(result, reached);
  }
  return { usable, refused, reached };
}
