import type { Refusal } from "../../../shared/domain/refusal.ts";
import type { Text } from "../text/use-text.ts";

/** Figures a refusal may bring; a sentence never shows a raw placeholder when one is missing. */
const blank: Readonly<Record<string, string>> = {
  last: "",
  left: "",
  loaded: "",
  machine: "",
  most: "",
  order: "",
  place: "",
  reading: "",
  reason: "",
  why: "",
  workUnit: "",
};

export function refusalSentence(refusal: Refusal, t: Text): string {
  return t(`refusal.${refusal.code}`, { ...blank, ...refusal.details })
    .replace(/ {2,}/g, " ")
    .trim();
}
