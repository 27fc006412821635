import type { ScanView } from "../../../shared/screen/screen-model.ts";
import type { Text } from "../text/use-text.ts";
import { whyNotReady } from "./why-not-ready.ts";

/** Every word a scan may bring; one it does not bring is left out of the sentence, not shown as a placeholder. */
const blank: Readonly<Record<string, string>> = {
  active: "",
  atUtc: "",
  code: "",
  customer: "",
  expired: "",
  former: "",
  hold: "",
  item: "",
  location: "",
  lot: "",
  needed: "",
  neededRevision: "",
  olderLot: "",
  order: "",
  person: "",
  piece: "",
  quantity: "",
  reason: "",
  revision: "",
  serial: "",
  sscc: "",
  value: "",
  why: "",
  workUnit: "",
};
const instants: readonly string[] = ["atUtc", "expired"];

export interface ValueWords {
  /** How an instant is written for the person: "09:58", "Fri 22:00". */
  readonly instant: (utc: string) => string;
  /** How an amount of a material is written: "20,5 l", "200 pcs". */
  readonly amount: (amount: string, unit: string) => string;
}

/** What the scan led to, in one sentence. */
export function scanSentence(scan: ScanView, t: Text, words: ValueWords): string {
  const values: Record<string, string> = { ...blank, code: scan.code };
  for (const [name, value] of Object.entries(scan.details)) {
    values[name] = instants.includes(name) && value !== "" ? words.instant(value) : value;
  }
  const { quantity = "", unit = "" } = scan.details;
  if (quantity !== "") values.quantity = words.amount(quantity, unit);
  const isNeedless = scan.outcome === "lot-wrong-item" && values.needed === "";
  return t(isNeedless ? "scan.lot-needless" : `scan.${scan.outcome}`, {
    ...values,
    ...whyNotReady(scan.details, t),
  })
    .replace(/ {2,}/g, " ")
    .replaceAll("..", ".") // "100 szt." may end a sentence
    .trim();
}
