/**
 * What a keyboard-wedge scanner types, told apart from what a person types. Pure: keys and silences come in with their
 * time stamps, scans and "keep this key from the page" come out.
 *
 * The promise: between the mandatory prefix and the end of a scan no key reaches the page, so a barcode can neither
 * press a button nor fill a field nor act as a shortcut (K2, K3), wherever the focus is or goes meanwhile. A read that
 * is not whole is never passed off as whole: an unreadable key leaves SUB, a torn scan ends in CAN (ECMA-48 §8.3.148
 * and §8.3.6 name exactly these two cases), and the plant's grammar refuses codes that hold either. The operator is
 * told "damaged" instead of wondering about silence; half a traveller never starts another order.
 */

/** Set in the scanner by the printed set-up code. No label of the plant holds it. */
const PREFIX = "~";

/** A scan ends by silence after this: wireless scanners pause up to 66 ms between keys, and hiccup. */
export const TORN_AFTER_MS = 250;

/** Keys that follow each other this fast are a machine's, and so are the keys right behind a scan (CR then LF). */
export const BURST_GAP_MS = 80;

/** Four times the longest code the grammar knows; what is longer is damaged anyway and must not fill memory. */
const LONGEST_TEXT = 400;

const CAN = "\u0018";
const SUB = "\u001a";

export type WedgeState =
  | { readonly kind: "idle"; readonly lastPrintableAtMs: number }
  | { readonly kind: "capturing"; readonly text: string; readonly lastKeyAtMs: number }
  /** Right behind a scan: whatever the scanner still sends belongs to it. */
  | { readonly kind: "settling"; readonly lastKeyAtMs: number };

export interface WedgeKey {
  /** As `KeyboardEvent.key`. */
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
  readonly repeat: boolean;
  readonly atMs: number;
}

export interface WedgeStep {
  readonly state: WedgeState;
  /** The page must not see this key. */
  readonly swallow: boolean;
  /** A finished scan, control characters included; null when there is none yet. */
  readonly scan: string | null;
}

export const IDLE: WedgeState = { kind: "idle", lastPrintableAtMs: Number.NEGATIVE_INFINITY };

export function onKey(state: WedgeState, key: WedgeKey): WedgeStep {
  switch (state.kind) {
    case "idle":
      return onKeyWhileIdle(state.lastPrintableAtMs, key);
    case "capturing":
      return onKeyWhileCapturing(state, key);
    case "settling":
      return onKeyWhileSettling(state.lastKeyAtMs, key);
  }
}

/** To be called once TORN_AFTER_MS have passed without a key. */
export function onSilence(state: WedgeState, atMs: number): WedgeStep {
  if (state.kind !== "capturing") return pass(state);
  if (atMs - state.lastKeyAtMs < TORN_AFTER_MS) return pass(state);
  return { state: IDLE, swallow: false, scan: torn(state.text) };
}

function onKeyWhileIdle(lastPrintableAtMs: number, key: WedgeKey): WedgeStep {
  if (isPrefix(key)) return begin(key);
  if (isShortcut(key)) return swallow({ kind: "idle", lastPrintableAtMs });
  const isBurst = key.atMs - lastPrintableAtMs <= BURST_GAP_MS;
  // A scanner without the prefix types into the void; at least it must not press what has the focus.
  if (pressesThings(key) && isBurst) return swallow({ kind: "idle", lastPrintableAtMs: key.atMs });
  return pass({ kind: "idle", lastPrintableAtMs: isPrintable(key) ? key.atMs : lastPrintableAtMs });
}

function onKeyWhileCapturing(state: { text: string; lastKeyAtMs: number }, key: WedgeKey): WedgeStep {
  if (key.atMs - state.lastKeyAtMs >= TORN_AFTER_MS) {
    return { ...onKeyWhileIdle(Number.NEGATIVE_INFINITY, key), scan: torn(state.text) };
  }
  if (isPrefix(key) && !key.repeat) return { ...begin(key), scan: torn(state.text) };
  if (key.key === "Enter" || key.key === "Tab") {
    const scan = state.text === "" ? null : state.text;
    return { state: { kind: "settling", lastKeyAtMs: key.atMs }, swallow: true, scan };
  }
  const text = state.text.length < LONGEST_TEXT ? state.text + characterOf(key) : state.text;
  return swallow({ kind: "capturing", text, lastKeyAtMs: key.atMs });
}

function onKeyWhileSettling(lastKeyAtMs: number, key: WedgeKey): WedgeStep {
  if (isPrefix(key)) return begin(key);
  if (key.atMs - lastKeyAtMs > BURST_GAP_MS) return onKeyWhileIdle(Number.NEGATIVE_INFINITY, key);
  return swallow({ kind: "settling", lastKeyAtMs: key.atMs });
}

function begin(key: WedgeKey): WedgeStep {
  return swallow({ kind: "capturing", text: "", lastKeyAtMs: key.atMs });
}

/** A lone prefix is a finger on the keyboard, not a scan. */
function torn(text: string): string | null {
  return text === "" ? null : text + CAN;
}

function swallow(state: WedgeState): WedgeStep {
  return { state, swallow: true, scan: null };
}

function pass(state: WedgeState): WedgeStep {
  return { state, swallow: false, scan: null };
}

const MODIFIERS = new Set([
  "Shift",
  "Control",
  "Alt",
  "AltGraph",
  "Meta",
  "CapsLock",
  "NumLock",
  "ScrollLock",
  "Fn",
]);

/** Scanners send the control characters that have a key of their own by that key. */
const NAMED_CONTROLS: Readonly<Record<string, string>> = {
  Backspace: "\b",
  Escape: "\u001b",
  Delete: "\u007f",
};

/** @returns what a key adds to the scan: "" for a modifier, SUB for what cannot be read */
function characterOf(key: WedgeKey): string {
  if (MODIFIERS.has(key.key)) return "";
  // A held key cannot be told from a letter that was sent twice, so neither is believed.
  if (key.repeat || key.meta) return SUB;
  if (isCombined(key)) return controlCharacter(key);
  return isSingle(key.key) ? key.key : (NAMED_CONTROLS[key.key] ?? SUB);
}

/** Ctrl+] is how a wedge types GS: the letter's five low bits. */
function controlCharacter(key: WedgeKey): string {
  const code = key.key.toUpperCase().charCodeAt(0);
  if (key.alt || !isSingle(key.key)) return SUB;
  if (key.key === "?") return "\u007f";
  return code >= 0x40 && code <= 0x5f ? String.fromCharCode(code & 0x1f) : SUB;
}

function isPrefix(key: WedgeKey): boolean {
  return key.key === PREFIX && !isCombined(key) && !key.meta;
}

/** No shortcut of Chromium or the system page acts on a terminal; F1 to F12 and plain keys do their work. */
function isShortcut(key: WedgeKey): boolean {
  return !MODIFIERS.has(key.key) && (isCombined(key) || key.meta);
}

/** Ctrl and Alt together are AltGr on Windows, which types ordinary characters. */
function isCombined(key: WedgeKey): boolean {
  const isAltGr = key.ctrl && key.alt && isSingle(key.key);
  return (key.ctrl || key.alt) && !isAltGr;
}

function pressesThings(key: WedgeKey): boolean {
  return key.key === "Enter" || key.key === "Tab" || key.key === " ";
}

function isPrintable(key: WedgeKey): boolean {
  return isSingle(key.key) && !isCombined(key) && !key.meta;
}

function isSingle(key: string): boolean {
  return Array.from(key).length === 1;
}
