/** What a label says, before anyone asks whether it fits here. */
export type ReadCode =
  | { readonly kind: "order"; readonly jobOrderId: string; readonly text: string }
  | { readonly kind: "badge"; readonly badgeCode: string; readonly text: string }
  | { readonly kind: "lot"; readonly lotId: string; readonly text: string }
  | { readonly kind: "unknown"; readonly text: string }
  /** Holds characters that no label of the plant can hold: a torn or hostile read, of which nothing is used. */
  | { readonly kind: "damaged"; readonly text: string };

export const MAX_CODE_LENGTH = 100;
/** More than this is not even looked through. */
const MAX_RAW_LENGTH = 4096;

/** AIM symbology identifier (ISO/IEC 15424), e.g. ]C1 for GS1-128, that a scanner may be set to send in front. */
const AIM_ID = /^\][A-Za-z][0-9A-Za-z]/;
const GRAMMAR = /^(WO|LT|BG)([A-Z0-9]{1,38})$/;
const GS = "\u001d";

/**
 * Reads one scan by the plant's grammar: WO… job order traveller, LT… material lot, BG… badge; letters A-Z and digits
 * only, because no keyboard layout mangles those. Spaces and line ends around the code are the scanner's, not the label's.
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
  if (match === null) return { kind: "unknown", text };
  const [, prefix, id = ""] = match;
  if (prefix === "WO") return { kind: "order", jobOrderId: id, text: code };
  if (prefix === "BG") return { kind: "badge", badgeCode: code, text: code };
  return { kind: "lot", lotId: id, text: code };
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
