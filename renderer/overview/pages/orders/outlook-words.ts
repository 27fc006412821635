import type { IntlShape } from "react-intl";
import type { OrderOutlook, ShownForecast } from "../../../../shared/protocol/order-outlook.ts";
import { formatAge } from "../../format/age.ts";
import { formatClock, formatMoment } from "../../format/moment.ts";

/** When an order will be ready, and in smaller letters within what range or why nobody can say. */
export interface ReadyWords {
  readonly main: string;
  readonly beside: string;
}

export function readyWords(intl: IntlShape, forecast: ShownForecast, nowMs: number): ReadyWords {
  if (forecast.kind === "not-known")
    return { main: intl.formatMessage({ id: "ready.not-known" }), beside: gapWords(intl, forecast, nowMs) };
  return { main: formatMoment(intl, forecast.readyUtc, nowMs), beside: rangeWords(intl, forecast, nowMs) };
}

function gapWords(
  intl: IntlShape,
  { why, sinceUtc, about }: Extract<ShownForecast, { kind: "not-known" }>,
  nowMs: number,
): string {
  const words = intl.formatMessage({ id: `ready.why.${why}` }, { order: about ?? "" });
  return sinceUtc === null ? words : `${words} ${formatAge(intl, Math.max(0, nowMs - Date.parse(sinceUtc)))}`;
}

/** The day is said once where all three lie on one. Without a spread there is no range, only what it was reckoned with. */
function rangeWords(
  intl: IntlShape,
  { readyUtc, fromUtc, toUtc }: Extract<ShownForecast, { kind: "ready" }>,
  nowMs: number,
): string {
  if (fromUtc === toUtc) return intl.formatMessage({ id: "ready.standard" });
  const isOneDay = [fromUtc, toUtc].every((utc) => dayOf(utc) === dayOf(readyUtc));
  const moment = (utc: string): string =>
    isOneDay ? formatClock(intl, utc) : formatMoment(intl, utc, nowMs);
  return intl.formatMessage({ id: "ready.range" }, { from: moment(fromUtc), to: moment(toUtc) });
}

function dayOf(utc: string): string {
  return new Date(utc).toDateString();
}

/** `look` null: it is as it should be, and stays quiet. */
export interface StandingWords {
  readonly words: string;
  /** In smaller letters: how old the knowledge is. */
  readonly beside?: string;
  readonly look: "stopped" | "waiting" | "planned" | null;
}

export function riskWords(intl: IntlShape, risk: OrderOutlook["risk"]): StandingWords {
  const say = (values?: Record<string, string>): string =>
    intl.formatMessage({ id: `risk.${risk.kind}` }, values);
  switch (risk.kind) {
    case "on-time":
      return { words: say(), look: null };
    case "may-be-late":
    case "material-short":
      return { words: say(), look: "waiting" };
    case "late":
      return { words: say({ age: formatAge(intl, risk.byMs) }), look: "stopped" };
    case "blocked":
      return { words: risk.because, look: "waiting" };
    case "not-known":
      return { words: say(), look: "planned" };
  }
}

export function materialWords(
  intl: IntlShape,
  material: OrderOutlook["material"],
  nowMs: number,
): StandingWords {
  const say = (values?: Record<string, string>): string =>
    intl.formatMessage({ id: `material.${material.kind}` }, values);
  switch (material.kind) {
    case "none-needed":
    case "not-known":
      return { words: say(), look: null };
    case "ready":
      return { words: say(), look: null, ...toldBeside(intl, material, nowMs) };
    case "part": {
      const percent = intl.formatNumber(material.percent / 100, { style: "percent" });
      const words = say({ percent, location: material.location });
      return { words, look: null, ...toldBeside(intl, material, nowMs) };
    }
    case "missing":
      return { words: say({ item: material.item }), look: "waiting", ...toldBeside(intl, material, nowMs) };
  }
}

function toldBeside(
  intl: IntlShape,
  { toldUtc }: { readonly toldUtc: string | null },
  nowMs: number,
): Pick<StandingWords, "beside"> {
  if (toldUtc === null) return {};
  const age = formatAge(intl, Math.max(0, nowMs - Date.parse(toldUtc)));
  return { beside: intl.formatMessage({ id: "material.told" }, { age }) };
}
