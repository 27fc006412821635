import { describe, expect, test } from "vitest";
import type { LotRecall } from "../../../../shared/protocol/genealogy-pages.ts";
import { csvText } from "../../format/csv-text.ts";
import { intlOf } from "../../testing/intl-of.ts";
import { recallRows } from "./recall-rows.ts";

const sscc = "340123450000000017";
const box: LotRecall["units"][number] = {
  unitId: "u-1",
  stationId: "WS-14",
  kind: "box",
  itemName: "Flange 40",
  jobOrderId: "4711",
  sscc,
  closedUtc: "2026-03-02T10:00:00.000Z",
  pieces: 24,
  isInside: true,
  insideSscc: null,
  customerName: "Voss",
  voidSsccs: ["340123450000000000"],
};
const recall: LotRecall = {
  asOfUtc: "2026-03-02T11:00:00.000Z",
  lotId: "88213",
  pieces: 24,
  affected: [
    {
      jobOrderId: "4711",
      stationId: "WS-14",
      workUnit: "CNC-2",
      fromPieces: 12,
      toPieces: 36,
      viaLotId: "88213",
      depth: 1,
    },
  ],
  units: [box, { ...box, unitId: "u-2", sscc: null, closedUtc: null, isInside: false, voidSsccs: [] }],
  serials: [{ itemId: "FLANGE-40", serial: "A-7", jobOrderId: "4711", stationId: "WS-14", piece: 13, sscc }],
};

describe("a recall list as a file", () => {
  test("MA-38 orders with their pieces, boxes with every number they ever had, and numbered pieces are in it", () => {
    const [head = [], ...rows] = recallRows(intlOf("en"), recall);
    const named = rows.map((row): unknown => Object.fromEntries(row.map((cell, at) => [head[at], cell])));
    expect(named).toMatchObject([
      {
        What: "Pieces",
        Order: "4711",
        "First piece": 13,
        "Last piece": 36,
        Pieces: 24,
        "Through lot": "88213",
      },
      {
        What: "Box",
        Number: `(00)${sscc}`,
        Pieces: 24,
        Customer: "Voss",
        "In box or pallet": "open",
        "Void labels": "(00)340123450000000000",
      },
      { What: "Box", Number: "", Closed: "open" },
      { What: "Piece", Number: "A-7", "First piece": 13, "In box or pallet": `(00)${sscc}` },
    ]);
    expect(new Set([head, ...rows].map((row) => row.length))).toEqual(new Set([head.length]));
  });

  test("MA-38 an SSCC keeps all of its digits in a spreadsheet", () => {
    const text = csvText(recallRows(intlOf("pl"), recall));
    expect(text).toContain(`"(00)${sscc}"`);
    expect(text).not.toContain(`"${sscc}"`);
  });
});
