import { describe, expect, test } from "vitest";
import { type History, record } from "../testing/history.ts";
import { good, materialPlant, runningOrder, scanContext } from "../testing/material-plant.ts";
import { decideLotScan } from "./decide-lot-scan.ts";
import { decideOverride } from "./decide-override.ts";
import type { Lot } from "./lot.ts";
import { lotSegments } from "./lot-segments.ts";
import { loadKey } from "./material-load.ts";

const scan = (history: History, lotId: string) =>
  decideLotScan({ state: history.state, master: materialPlant }, lotId, scanContext);
const loaded = (history: History, lotId: string) => record(history, scan(history, lotId).drafts);
const override = (
  history: History,
  lotId: string,
  rule: "expired" | "older-first",
  reasonCode = "override-1",
) =>
  decideOverride(
    { state: history.state, master: materialPlant },
    { lotId, rule, reasonCode, nowUtc: scanContext.at.atUtc },
  );

describe("what a scan of a lot leads to", () => {
  test("MA-1 a lot of a needed item is loaded with what was true of the line", () => {
    const decision = scan(record(runningOrder(), [good(7)]), "5521");
    expect(decision).toMatchObject({ verdict: "done", outcome: "lot-loaded" });
    expect(decision.drafts).toEqual([
      {
        type: "material.loaded",
        jobOrder: "4711",
        payload: {
          lotId: "5521",
          itemId: "OIL-X",
          quantity: "20.5",
          unit: "l",
          revision: null,
          quantityPerPiece: "0.25",
          backflush: true,
          atPieces: 7,
          formerLotId: null,
        },
      },
    ]);
  });

  test.each([
    ["77120", "wrong", "lot-wrong-item", { needed: "Ring 40", location: "R4" }],
    ["88300", "wrong", "lot-wrong-revision", { revision: "A", neededRevision: "B" }],
    ["88301", "wrong", "lot-wrong-revision", { revision: "?", neededRevision: "B" }],
    ["66001", "blocked", "lot-held", { hold: "Q-121" }],
    ["66002", "blocked", "lot-held", { hold: "quarantine" }],
    ["5519", "blocked", "lot-expired", { expired: "2020-01-01T00:00:00.000Z" }],
    ["5530", "blocked", "lot-older-first", { olderLot: "5521", location: "C2" }],
    ["nobody-knows", "unknown", "code-unknown", {}],
  ])("MA-2 lot %s is refused: %s, %s", (lotId, verdict, outcome, details) => {
    const decision = scan(runningOrder(), lotId);
    expect(decision).toMatchObject({ verdict, outcome, details });
    expect(decision.drafts).toEqual([]);
  });

  test("MA-2 expiry is compared as an instant, not as text", () => {
    const almost: Lot = { ...lotOf("5521"), lotId: "E", expiresUtc: "2026-11-23T06:00:00Z" };
    const master = { ...materialPlant, lot: new Map([["E", almost]]) };
    const at = (atUtc: string) => ({ ...scanContext, at: { ...scanContext.at, atUtc } });
    const known = { state: runningOrder().state, master };
    expect(decideLotScan(known, "E", at("2026-11-23T06:00:00.000Z")).verdict).toBe("done");
    expect(decideLotScan(known, "E", at("2026-11-23T06:00:00.001Z")).outcome).toBe("lot-expired");
  });

  test("MA-3 the older lot on the machine does not stand in the way of the next one", () => {
    expect(scan(loaded(runningOrder(), "5521"), "5530")).toMatchObject({
      verdict: "done",
      outcome: "lot-changed",
      details: { former: "5521" },
    });
  });

  test("MA-4 a lot that is loaded already is a duplicate", () => {
    expect(scan(loaded(runningOrder(), "88213"), "88213").verdict).toBe("duplicate");
  });

  test("MA-5 a lot change gives the pieces before it to the old lot and those after it to the new", () => {
    const first = record(loaded(runningOrder(), "88213"), [good(40)]);
    const second = record(loaded(first, "88214"), [good(2)]);
    const load = second.state.load.get(loadKey("4711", "RING-40"));
    expect(lotSegments(load?.marks ?? [], 42)).toMatchObject([
      { lotId: "88213", fromPieces: 0, toPieces: 40 },
      { lotId: "88214", fromPieces: 40, toPieces: 42 },
    ]);
  });

  test("MA-6 a lot that this station emptied is refused", () => {
    const used = record(loaded(runningOrder(), "88213"), [good(200)]);
    const changed = loaded(used, "88214");
    expect(scan(changed, "88213")).toMatchObject({ verdict: "wrong", outcome: "lot-empty" });
  });
});

describe("a rule set aside by right", () => {
  test("MA-7 an expired lot goes in by a lead, with both events", () => {
    const decided = override(runningOrder("operator", "P-1003"), "5519", "expired");
    expect(decided.ok && decided.value.map(({ type }) => type)).toEqual([
      "material.overridden",
      "material.loaded",
    ]);
    expect(decided).toMatchObject({
      value: [
        { payload: { rule: "expired", reasonCode: "override-1", against: "2020-01-01T00:00:00.000Z" } },
        {},
      ],
    });
  });

  test("MA-7 an operator cannot, but may load past an older lot that is not to be found", () => {
    expect(override(runningOrder(), "5519", "expired")).toMatchObject({ refusal: { code: "lead-only" } });
    expect(override(runningOrder(), "5530", "older-first")).toMatchObject({
      value: [{ payload: { against: "5521" } }, { payload: { lotId: "5530" } }],
    });
  });

  test.each([
    ["66001", "expired"],
    ["66002", "older-first"],
    ["88300", "expired"],
    ["88213", "expired"],
  ] as const)("MA-8 nobody sets aside what speaks against %s", (lotId, rule) => {
    expect(override(runningOrder("operator", "P-1003"), lotId, rule)).toMatchObject({
      refusal: { code: "override-not-possible" },
    });
  });

  test("MA-8 a held lot that is expired too stays held", () => {
    const lot: Lot = { ...lotOf("5519"), lotId: "HX", hold: "Q-1" };
    const master = { ...materialPlant, lot: new Map([["HX", lot]]) };
    const known = { state: runningOrder("operator", "P-1003").state, master };
    const command = { lotId: "HX", reasonCode: "override-1", nowUtc: scanContext.at.atUtc };
    expect(decideOverride(known, { ...command, rule: "expired" })).toMatchObject({
      refusal: { code: "override-not-possible" },
    });
  });

  test("MA-7 the reason must be one of the list", () => {
    const decided = override(runningOrder("operator", "P-1003"), "5519", "expired", "pause-1");
    expect(decided).toMatchObject({ refusal: { code: "unknown-reason" } });
  });
});

function lotOf(lotId: string): Lot {
  const lot = materialPlant.lot.get(lotId);
  if (lot === undefined) throw new Error(`No lot ${lotId}`);
  return lot;
}
