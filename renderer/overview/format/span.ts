import type { IntlShape } from "react-intl";
import { formatClock, formatMoment } from "./moment.ts";

export interface TimeSpan {
  readonly fromUtc: string;
  readonly toUtc: string;
}

/** "05:12 – 10:42", with days where they differ from today; a moment alone where both are the same minute. */
export function formatSpan(intl: IntlShape, { fromUtc, toUtc }: TimeSpan, nowMs: number): string {
  const from = formatMoment(intl, fromUtc, nowMs);
  const isOneDay = new Date(fromUtc).toDateString() === new Date(toUtc).toDateString();
  const to = isOneDay ? formatClock(intl, toUtc) : formatMoment(intl, toUtc, nowMs);
  return from === formatMoment(intl, toUtc, nowMs) ? from : `${from} – ${to}`;
}
