import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_CODE_LENGTH, readCode, visible } from "./read-code.ts";

const controls = [...Array(0x20).keys(), 0x7f].map((code) => String.fromCodePoint(code));
/** Around a code these are the scanner's own suffix or prefix, not the label's. */
const scannerEnds = ["\r", "\n", "\t"];
const GS = "\u001d";
const nameOf = (character: string): string =>
  `0x${(character.codePointAt(0) ?? 0).toString(16).padStart(2, "0")}`;

/** Any UTF-16, lone surrogates included. */
const anyText = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes));

describe("reading a code", () => {
  test.each([
    ["WO4711", { kind: "order", jobOrderId: "4711", text: "WO4711" }],
    ["BG1001", { kind: "badge", badgeCode: "BG1001", text: "BG1001" }],
    ["LT88213", { kind: "lot", lotId: "88213", text: "LT88213" }],
    ["LT88213\r\n", { kind: "lot", lotId: "88213", text: "LT88213" }],
    ["\t WO4711 \r", { kind: "order", jobOrderId: "4711", text: "WO4711" }],
    ["4006381333931", { kind: "unknown", text: "4006381333931" }],
    ["WO", { kind: "unknown", text: "WO" }],
    ["wo4711", { kind: "unknown", text: "wo4711" }],
    ["WO-4711", { kind: "unknown", text: "WO-4711" }],
    ["WO4711-", { kind: "unknown", text: "WO4711-" }],
    ["WO9000-10", { kind: "order", jobOrderId: "9000-10", text: "WO9000-10" }],
    ["LT9000-10", { kind: "lot", lotId: "9000-10", text: "LT9000-10" }],
    ["WO9000ß10", { kind: "unknown", text: "WO9000ß10" }],
    ["XWO4711", { kind: "unknown", text: "XWO4711" }],
    ["WO4711 LT88213", { kind: "unknown", text: "WO4711 LT88213" }],
    ["https://evil.example/WO4711", { kind: "unknown", text: "https://evil.example/WO4711" }],
    ["", { kind: "damaged", text: "" }],
    ["\r\n", { kind: "damaged", text: "" }],
  ])("reads %j", (raw, wanted) => expect(readCode(raw)).toEqual(wanted));

  test.each(["]C0", "]C1", "]d2", "]Q1", "]A0", "]E0", "]X9"])("strips the AIM id %s", (aim) => {
    expect(readCode(`${aim}WO4711`)).toMatchObject({ kind: "order", jobOrderId: "4711", text: "WO4711" });
  });

  test("an AIM id is stripped once and only in front", () => {
    expect(readCode("]C1]C1WO4711").kind).toBe("unknown");
    expect(readCode("WO47]C111").kind).toBe("unknown");
    expect(readCode("]C1").kind).toBe("unknown");
  });

  const inEveryPlace = controls.flatMap((control) =>
    [...Array("WO4711".length + 1).keys()].map((place) => [nameOf(control), place, control] as const),
  );
  test.each(inEveryPlace)(
    "K3 control character %s at place %i is never part of an order",
    (_name, place, control) => {
      const read = readCode(`${"WO4711".slice(0, place)}${control}${"WO4711".slice(place)}`);
      const isAtEnd = place === 0 || place === "WO4711".length;
      if (isAtEnd && scannerEnds.includes(control))
        expect(read).toMatchObject({ kind: "order", jobOrderId: "4711" });
      else if (control === GS) expect(read.kind).toBe("unknown");
      else expect(read.kind).toBe("damaged");
    },
  );

  test.each(controls.map((control) => [nameOf(control), control] as const))(
    "K3 control character %s alone is shown and does nothing",
    (_name, control) => {
      const { kind, text } = readCode(`${control}${control}`);
      expect(["damaged", "unknown"]).toContain(kind);
      expect(controls.some((character) => text.includes(character))).toBe(false);
    },
  );

  test("K3 what a person sees holds no control character", () => {
    expect(visible("A\u0000B\u001b[2J\u007f")).toBe("A␀B␛[2J␡");
  });

  test("a code longer than any label is damaged and is shown cut", () => {
    expect(readCode(`WO${"1".repeat(MAX_CODE_LENGTH)}`)).toMatchObject({ kind: "damaged" });
    expect(readCode("W".repeat(1_000_000)).text).toHaveLength(MAX_CODE_LENGTH);
  });

  test("F2 a long run of spaces costs no more than its length", () => {
    expect(readCode(`${" ".repeat(4_000_000)}x`).kind).toBe("damaged");
  });

  test("F2 reading never throws, and only the plant's grammar gives an order, badge or lot", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.stringMatching(/^(\]C1)?(WO|BG|LT)[A-Z0-9]{0,40}$/)), (raw) => {
        const read = readCode(raw);
        if (read.kind === "order") expect(read.text).toBe(`WO${read.jobOrderId}`);
        if (read.kind === "lot") expect(read.text).toBe(`LT${read.lotId}`);
        if (read.kind === "badge") expect(read.text).toBe(read.badgeCode);
        if (["order", "lot", "badge"].includes(read.kind))
          expect(read.text).toMatch(/^(WO|BG|LT)[A-Z0-9]{1,38}$/);
      }),
      { numRuns: 2_000 },
    );
  });
});
