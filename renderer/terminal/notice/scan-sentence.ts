import type { ScanView } from "../../../shared/screen/screen-model.ts";
import type { Text } from "../text/use-text.ts";

/** Every word a scan may bring; one it does not bring is left out of the sentence, not shown as a placeholder. */
const blank: Readonly<Record<string, string>> = {
  active: "",
  atUtc: "",
  code: "",
  expired: "",
  hold: "",
  item: "",
  lot: "",
  needed: "",
  order: "",
  person: "",
  quantity: "",
  reason: "",
  value: "",
  workUnit: "",
};
const instants: readonly string[] = ["atUtc", "expired"];

/**
 * What the scan led to, in one sentence.
 *
 * @param instantWords how an instant is written for the person: "09:58", "Fri 22:00"
 */
export function scanSentence(scan: ScanView, t: Text, instantWords: (utc: string) => string): string {
  const values: Record<string, string> = { ...blank, code: scan.code };
  for (const [name, value] of Object.entries(scan.details)) {
    values[name] = instants.includes(name) && value !== "" ? instantWords(value) : value;
  }
  return t(`scan.${scan.outcome}`, values).replace(/ {2,}/g, " ").trim();
}
