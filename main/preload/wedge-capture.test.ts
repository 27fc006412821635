import { describe, expect, test } from "vitest";
import { readCode } from "../../shared/scan/read-code.ts";
import { BURST_GAP_MS, IDLE, onKey, onSilence, TORN_AFTER_MS, type WedgeKey } from "./wedge-capture.ts";

interface Typed {
  readonly scans: readonly string[];
  /** Keys that the page saw. */
  readonly leaked: readonly string[];
}

/** Types keys `gapMs` apart, then stays silent for good. */
function type(keys: readonly (string | Partial<WedgeKey>)[], gapMs = 12): Typed {
  const scans: string[] = [];
  const leaked: string[] = [];
  let state = IDLE;
  let atMs = 1_000;
  for (const typed of keys) {
    const key = keyFrom(typed, atMs);
    const step = onKey(state, key);
    state = step.state;
    if (step.scan !== null) scans.push(step.scan);
    if (!step.swallow) leaked.push(key.key);
    atMs = key.atMs + gapMs;
  }
  const end = onSilence(state, atMs + TORN_AFTER_MS);
  if (end.scan !== null) scans.push(end.scan);
  return { scans, leaked };
}

function keysOf(code: string): string[] {
  return code.split("");
}

function keyFrom(typed: string | Partial<WedgeKey>, atMs: number): WedgeKey {
  const plain = { key: "", ctrl: false, alt: false, meta: false, repeat: false, atMs };
  return typeof typed === "string" ? { ...plain, key: typed } : { ...plain, ...typed };
}

describe("a whole scan", () => {
  test.each([2, 12, 27, 42, 62, 66])("K2 is captured whole at %i ms per key, nothing leaks", (gapMs) => {
    const typed = type(["Shift", "~", ...keysOf("WO4711"), "Enter"], gapMs);
    expect(typed).toEqual({ scans: ["WO4711"], leaked: ["Shift"] });
  });

  test("K2 survives a hiccup of the radio inside", () => {
    const keys = ["~", "W", "O", { key: "4", atMs: 1_000 + TORN_AFTER_MS - 30 }, "7", "1", "1", "Enter"];
    expect(type(keys)).toEqual({ scans: ["WO4711"], leaked: [] });
  });

  test("ends with Tab as well as with Enter", () => {
    expect(type(["~", ...keysOf("LT88213"), "Tab"])).toEqual({ scans: ["LT88213"], leaked: [] });
  });

  test("the line feed behind the carriage return is the scanner's too", () => {
    const keys = ["~", ...keysOf("WO4711"), "Enter", { key: "j", ctrl: true }, "Enter"];
    expect(type(keys)).toEqual({ scans: ["WO4711"], leaked: [] });
  });

  test("two scans without a pause between them are two scans", () => {
    const typed = type(["~", ...keysOf("BG1001"), "Enter", "~", ...keysOf("WO4711"), "Enter"], 2);
    expect(typed).toEqual({ scans: ["BG1001", "WO4711"], leaked: [] });
  });

  test("keeps spaces and GS, which element strings hold", () => {
    const typed = type(["~", "1", "0", "A", { key: "]", ctrl: true }, "2", "1", " ", "Enter"]);
    expect(typed.scans).toEqual(["10A\u001d21 "]);
  });
});

describe("a torn scan", () => {
  test("K2 half a scan is reported as damaged, never as a whole code", () => {
    const { scans, leaked } = type(["~", ...keysOf("WO47")]);
    expect(scans).toEqual(["WO47\u0018"]);
    expect(leaked).toEqual([]);
    expect(readCode(scans[0] ?? "").kind).toBe("damaged");
  });

  test("K2 a second scan into the first leaves one damaged and one whole", () => {
    expect(type(["~", ...keysOf("WO47"), "~", ...keysOf("WO4712"), "Enter"]).scans).toEqual([
      "WO47\u0018",
      "WO4712",
    ]);
  });

  test("K2 the key after the silence belongs to a person again", () => {
    const typed = type(["~", "W", { key: "Enter", atMs: 1_012 + TORN_AFTER_MS }]);
    expect(typed).toEqual({ scans: ["W\u0018"], leaked: ["Enter"] });
  });

  test("a lone prefix is a finger, not a scan", () => {
    expect(type(["~"]).scans).toEqual([]);
    expect(type(["~", "Enter"]).scans).toEqual([]);
  });

  test("silence before its time ends nothing", () => {
    const { state } = onKey(IDLE, keyFrom("~", 0));
    expect(onSilence(state, TORN_AFTER_MS - 1)).toEqual({ state, swallow: false, scan: null });
  });

  test("an endless stream of keys does not fill memory and cannot become a code", () => {
    const { scans } = type(["~", ...keysOf("9".repeat(100_000)), "Enter"], 1);
    expect(scans[0]?.length).toBe(400);
    expect(readCode(scans[0] ?? "").kind).toBe("damaged");
  });
});

describe("K3 control characters", () => {
  const CODE = "WO4711";
  const controls = [...Array(0x20).keys(), 0x7f].map((code) => ({ code, keys: keysFor(code) }));

  for (const { code, keys } of controls) {
    test(`K3 0x${code.toString(16).padStart(2, "0")} in every place: no key leaks, no other order starts`, () => {
      for (let place = 0; place <= CODE.length; place += 1) {
        for (const key of keys) {
          const { scans, leaked } = type([
            "~",
            ...keysOf(CODE.slice(0, place)),
            key,
            ...keysOf(CODE.slice(place)),
            "Enter",
          ]);
          expect(leaked).toEqual([]);
          expect(scans.filter((scan) => !isHarmless(scan))).toEqual([]);
        }
      }
    });
  }

  /** Only a control character at the very edge may still read as the order that is printed; a carriage return ends a code. */
  function isHarmless(scan: string): boolean {
    const read = readCode(scan);
    if (read.kind !== "order") return true;
    return read.jobOrderId === "4711" || CODE.startsWith(`WO${read.jobOrderId}`);
  }
});

/** How wedges type a control character: by Ctrl and a letter, or by the key of that name. */
function keysFor(code: number): Partial<WedgeKey>[] {
  const letter = code === 0x7f ? "?" : String.fromCharCode(code | 0x40);
  const named: Readonly<Record<number, string>> = {
    8: "Backspace",
    9: "Tab",
    13: "Enter",
    27: "Escape",
    127: "Delete",
  };
  const byCtrl = [
    { key: letter, ctrl: true },
    { key: letter.toLowerCase(), ctrl: true },
  ];
  return named[code] === undefined ? byCtrl : [...byCtrl, { key: named[code] }];
}

describe("unreadable keys", () => {
  test.each([
    ["a held key", { key: "1", repeat: true }],
    ["a dead key", { key: "Dead" }],
    ["an arrow", { key: "ArrowLeft" }],
    ["a function key", { key: "F5" }],
    ["Alt and a letter", { key: "d", alt: true }],
    ["the system key and a letter", { key: "r", meta: true }],
    ["Ctrl and a digit", { key: "1", ctrl: true }],
  ])("K4 %s makes the scan damaged", (_name, key) => {
    const { scans, leaked } = type(["~", ...keysOf("WO4"), key, ...keysOf("711"), "Enter"]);
    expect(leaked).toEqual([]);
    expect(scans.map((scan) => readCode(scan).kind)).toEqual(["damaged"]);
  });

  test("K4 characters behind AltGr are ordinary ones", () => {
    expect(type(["~", "A", { key: "@", ctrl: true, alt: true }, "B", "Enter"]).scans).toEqual(["A@B"]);
  });
});

describe("a person at the keyboard", () => {
  const HUMAN_MS = 160;

  test("K2 plain keys, digits and function keys reach the page", () => {
    const keys = ["Tab", "ArrowDown", "1", "8", "Enter", " ", "F1", "Escape"];
    expect(type(keys, HUMAN_MS)).toEqual({ scans: [], leaked: keys });
  });

  test("L7 no shortcut reaches the page", () => {
    const shortcuts = ["r", "p", "o", "w", "+", "-", "0", "F5"].map((key) => ({ key, ctrl: true }));
    const { leaked } = type(
      [...shortcuts, { key: "ArrowLeft", alt: true }, { key: "q", meta: true }],
      HUMAN_MS,
    );
    expect(leaked).toEqual([]);
  });

  test("K2 a scanner without the prefix presses nothing", () => {
    const { scans, leaked } = type([...keysOf("12 34"), "Enter"], BURST_GAP_MS - 14);
    expect(scans).toEqual([]);
    expect(leaked).toEqual(["1", "2", "3", "4"]);
  });
});
