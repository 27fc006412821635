import { type Elements, GS, readBracketed, readElementString } from "./gs1/read-element-string.ts";

/** What a label says, before anyone asks whether it fits here. */
export type ReadCode =
  | { readonly kind: "order"; readonly jobOrderId: string; readonly text: string }
  | { readonly kind: "badge"; readonly badgeCode: string; readonly text: string }
  | { readonly kind: "lot"; readonly lotId: string; readonly text: string }
  /** A logistic unit, by the SSCC on its label. */
  | { readonly kind: "unit"; readonly sscc: string; readonly text: string }
  /** One piece, by its own number; `gtin` where the label says of which item. */
  | { readonly kind: "serial"; readonly serial: string; readonly gtin: string | null; readonly text: string }
  | { readonly kind: "unknown"; readonly text: string }
  /** Holds characters that no label of the plant can hold: a torn or hostile read, of which nothing is used. */
  | { readonly kind: "damaged"; readonly text: string };

export const MAX_CODE_LENGTH = 100;
/** More than this is not even looked through. */
const MAX_RAW_LENGTH = 4096;

/** AIM symbology identifier (ISO/IEC 15424), e.g. ]C1 for GS1-128, that a scanner may be set to send in front. */
const AIM_ID = /^\][A-Za-z][0-9A-Za-z]/;
/** A hyphen that a keyboard layout turned into something else leaves no code that is known: nothing is booked. */
const GRAMMAR = /^(WO|LT|BG)([A-Z0-9](?:[A-Z0-9-]{0,36}[A-Z0-9])?)$/;
/** As long as AI (21) allows, so that both ways of writing it name the same piece. */
const SERIAL = /^SN([A-Z0-9]{1,20})$/;

/**
 * Reads one scan by the plant's grammar: WO… job order traveller, LT… material lot, BG… badge, SN… piece; letters A-Z and
 * digits, because no keyboard layout mangles those, and hyphens within, since plans have them in their numbers. GS1 labels are read by their element strings. Spaces and line ends around the code are the scanner's, not the label's.
 * Any other control character, wherever it stands, makes the read damaged (fault K3).
 */
export function readCode(raw: string): ReadCode {
  const trimmed = withoutScannerEnds(raw.slice(0, MAX_RAW_LENGTH));
  const text = visible(trimmed);
  if (trimmed.length === 0 || trimmed.length > MAX_CODE_LENGTH || hasControls(trimmed)) {
    return { kind: "damaged", text: text.slice(0, MAX_CODE_LENGTH) };
  }
  const code = trimmed.replace(AIM_ID, "");
  const match = GRAMMAR.exec(code);
  if (match === null) return readOther(code, text);
  const [, prefix, id = ""] = match;
  if (prefix === "WO") return { kind: "order", jobOrderId: id, text: code };
  if (prefix === "BG") return { kind: "badge", badgeCode: code, text: code };
  return { kind: "lot", lotId: id, text: code };
}

/** Many scanners say no word of GS1, so a text is one if all of it reads as such, check digits included. */
function readOther(code: string, text: string): ReadCode {
  const serial = SERIAL.exec(code)?.[1];
  if (serial !== undefined) return { kind: "serial", serial, gtin: null, text: code };
  const elements = readElementString(code) ?? readBracketed(code);
  if (elements === undefined) return { kind: "unknown", text };
  return readElements(elements, text);
}

function readElements(elements: Elements, text: string): ReadCode {
  const sscc = elements.get("00");
  if (sscc !== undefined) return { kind: "unit", sscc, text };
  const [gtin, serial] = [elements.get("01"), elements.get("21")];
  if (gtin === undefined || serial === undefined) return { kind: "unknown", text };
  return { kind: "serial", serial, gtin, text };
}

const SCANNER_ENDS = new Set(["\r", "\n", "\t", " "]);

/** By index and not by pattern: a pattern looks again at every space of a long run of them. */
function withoutScannerEnds(raw: string): string {
  let start = 0;
  let end = raw.length;
  while (start < end && SCANNER_ENDS.has(raw.charAt(start))) start += 1;
  while (end > start && SCANNER_ENDS.has(raw.charAt(end - 1))) end -= 1;
  return raw.slice(start, end);
}

/** Every control character but GS, which separates GS1 elements. */
function hasControls(text: string): boolean {
  return [...text].some((character) => character !== GS && isControl(character));
}

function isControl(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x20 || code === 0x7f;
}

/** Control characters as their Unicode pictures (␍, ␝ …), so that a person can see what the scanner sent. */
export function visible(text: string): string {
  return [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (code === 0x7f) return "␡";
      return code < 0x20 ? String.fromCodePoint(0x2400 + code) : character;
    })
    .join("");
}
