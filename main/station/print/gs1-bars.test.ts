import { describe, expect, test } from "vitest";
import { labelContent } from "../../../shared/screen/label/label-content.ts";
import { labelShapes, modulesOf } from "../../../shared/screen/label/label-layout.ts";
import { labelSvg } from "../../../shared/screen/label/label-svg.ts";
import { labelZpl } from "../../../shared/screen/label/label-zpl.ts";
import { createBarDrawing } from "./gs1-bars.ts";

const unit = {
  unitId: "",
  kind: "box",
  jobOrderId: "4720",
  itemId: "RING-22",
  itemName: "Ring 22 <&>",
  gtin: "04012345000221",
  customer: null,
  packings: [],
  takenOut: null,
  insideOf: null,
  sscc: "340123450140000007",
  openedUtc: "2026-11-23T06:00:00.000Z",
  closingId: null,
  voidSsccs: [],
  closedUtc: "2026-11-23T23:30:00.000Z",
  lotId: "L-77120",
  labels: 0,
  turn: 1,
} as const;

describe("PK-9 bars of a GS1-128 symbol", () => {
  test("PK-9 an SSCC is 156 modules: start, FNC1, ten pairs of digits, check character, stop", async () => {
    const { draw, load } = createBarDrawing(() => undefined);
    expect(draw("(00)340123450140000007")).toBeUndefined();
    await load();
    const bars = draw("(00)340123450140000007") ?? [];
    expect(modulesOf(bars)).toBe(14 * 11 + 2);
    // Start character C and FNC1 begin every GS1-128 symbol: 211232 411131.
    expect(bars.slice(0, 6).map(({ width }) => width)).toEqual([2, 1, 3, 4, 1, 3]);
    expect(() => draw("(00)340123450140000008")).toThrow(/checksum/i);
  });

  test.each([
    [unit, 24, ["(02)04012345000221(37)24", "(11)261124(10)L-77120", "(00)340123450140000007"]],
    [{ ...unit, lotId: "LÖT" }, 1, ["(02)04012345000221(37)1", "(11)261124", "(00)340123450140000007"]],
    [{ ...unit, lotId: "A".repeat(21) }, 100_000, ["(02)04012345000221(37)100000", "(11)261124"]],
    [{ ...unit, gtin: null }, 24, ["(00)340123450140000007"]],
  ])(
    "PK-9 every symbol of a label can be drawn and stands on the label (%#)",
    async (of, quantity, strings) => {
      const packings = [{ eventId: "", jobOrderId: "4720", quantity, serials: [], child: null }];
      const content = labelContent({ ...of, packings }, { timeZone: "Europe/Warsaw", copy: 2 });
      expect(content.elementStrings).toEqual(expect.arrayContaining(strings));
      const { draw, load } = createBarDrawing(() => undefined);
      await load();
      const symbols = content.elementStrings.map((elementString) => ({
        elementString,
        bars: draw(elementString) ?? [],
      }));
      const size = { widthMm: 105, heightMm: 148 };
      const shapes = labelShapes({ ...content, symbols }, size);
      for (const shape of shapes) {
        expect(shape.xMm).toBeGreaterThanOrEqual(0);
        expect(shape.yMm).toBeGreaterThanOrEqual(0);
        if (shape.kind === "box") expect(shape.xMm + shape.widthMm).toBeLessThanOrEqual(size.widthMm);
      }
      expect(symbols.every(({ bars }) => bars.length > 20)).toBe(true);
      const svg = labelSvg({ ...content, symbols }, size);
      expect(svg).toContain("Ring 22 &lt;&amp;&gt;");
      expect(svg).toContain("COPY 2");
      expect(labelZpl({ ...content, symbols, itemName: "A^XZ~ö" }, size)).toContain("^FDA_5EXZ_7E_C3_B6^FS");
    },
  );
});
