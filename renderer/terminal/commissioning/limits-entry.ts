import type { NormalLimits } from "../../../shared/domain/machines/mapping.ts";
import type { UnitHint } from "./unit-hint.ts";

export type LimitEnd = "low" | "high";

/** Both limits as typed; empty: none at this end. */
export type LimitsEntry = Readonly<Record<LimitEnd, string>>;

export function entryOf(limits: NormalLimits | undefined): LimitsEntry {
  const text = (limit: number | null | undefined) =>
    limit === null || limit === undefined ? "" : String(limit);
  return { low: text(limits?.low), high: text(limits?.high) };
}

/** What was typed as limits: undefined: none at all; null: it cannot be so. */
export function limitsOf({ low, high }: LimitsEntry): NormalLimits | undefined | null {
  const limit = (text: string) => (text === "" ? null : Number(text));
  const [from, to] = [limit(low), limit(high)];
  if (from === null && to === null) return undefined;
  if (Number.isNaN(from ?? 0) || Number.isNaN(to ?? 0)) return null;
  return from !== null && to !== null && from >= to ? null : { low: from, high: to };
}

/** The machine's own range as people will see the value. */
export function suggestedLimits({ range }: UnitHint, scale: number): NormalLimits | null {
  if (range === null) return null;
  const shown = (raw: number) => Number((raw * scale).toPrecision(6));
  return { low: shown(range.low), high: shown(range.high) };
}

/** "−5" of "5" and back. */
export function signTurned(text: string): string {
  return text.startsWith("-") ? text.slice(1) : `-${text}`;
}
