import { mappingFaultCodes } from "../../../shared/domain/machines/read-mapping.ts";
import type { Refusal } from "../../../shared/domain/refusal.ts";
import type { Text } from "../text/use-text.ts";
import { whyNotReady } from "./why-not-ready.ts";

/** Figures a refusal may bring; a sentence never shows a raw placeholder when one is missing. */
const blank: Readonly<Record<string, string>> = {
  customer: "",
  file: "",
  folder: "",
  item: "",
  last: "",
  left: "",
  loaded: "",
  machine: "",
  most: "",
  missing: "",
  needed: "",
  order: "",
  packed: "",
  person: "",
  place: "",
  reading: "",
  reason: "",
  sscc: "",
  status: "",
  why: "",
  workUnit: "",
};

export function refusalSentence(refusal: Refusal, t: Text): string {
  const { details } = refusal;
  const why = { ...whyNotReady(details, t), ...mappingFault(details, t) };
  return t(`refusal.${refusal.code}`, { ...blank, ...details, ...why })
    .replace(/ {2,}/g, " ")
    .trim();
}

/** What is wrong with a mapping is told by its kind, not in the words that IT gets. */
function mappingFault({ fault }: Refusal["details"], t: Text): { readonly why?: string } {
  const known = mappingFaultCodes.find((code) => code === fault);
  return known === undefined ? {} : { why: t(`mapping-fault.${known}`) };
}
