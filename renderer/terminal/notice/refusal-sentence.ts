import type { Refusal } from "../../../shared/domain/refusal.ts";
import type { Text } from "../text/use-text.ts";
import { whyNotReady } from "./why-not-ready.ts";

/** Figures a refusal may bring; a sentence never shows a raw placeholder when one is missing. */
const blank: Readonly<Record<string, string>> = {
  last: "",
  left: "",
  loaded: "",
  machine: "",
  most: "",
  missing: "",
  order: "",
  place: "",
  reading: "",
  reason: "",
  why: "",
  workUnit: "",
};

export function refusalSentence(refusal: Refusal, t: Text): string {
  const { details } = refusal;
  return t(`refusal.${refusal.code}`, { ...blank, ...details, ...whyNotReady(details, t) })
    .replace(/ {2,}/g, " ")
    .trim();
}
