import { describe, expect, test } from "vitest";
import { type History, lastEventId, record } from "../testing/history.ts";
import { decidePrintLabel } from "./decide-close-unit.ts";
import { decideUnpack } from "./decide-packing.ts";
import { decideReopenUnit } from "./decide-reopen-unit.ts";
import { openUnit } from "./open-unit.ts";
import { piecesIn } from "./packing-unit.ts";
import {
  close,
  closedBox,
  closedSscc,
  codeOf,
  done,
  idOf,
  of,
  opened,
  pack,
  scan,
  scanned,
} from "./testing/packing-history.ts";
import { unpackedGood } from "./unpacked-good.ts";

const reopen = (history: History, unitId: string, reasonCode = "reopen-1") =>
  decideReopenUnit(of(history), { unitId, reasonCode });
const signedIn = (history: History, personId: string): History =>
  record(
    history,
    [{ type: "person.signed-in", jobOrder: null, payload: { personId, method: "badge" } }],
    personId,
  );
const takeOut = (history: History, quantity?: number) => {
  const unit = openUnit(history.state, "box");
  const packedEventId = unit?.packings.at(-1)?.eventId ?? "";
  return decideUnpack(of(history), { unitId: unit?.unitId ?? "", packedEventId, quantity });
};

describe("a closed unit is opened again", () => {
  const LEAD = "P-1003";
  const unitId = [...closedBox.state.unit.keys()][0] ?? "";
  const withLead = signedIn(closedBox, LEAD);
  const openAgain = done(withLead, reopen(withLead, unitId));

  test("PK-18 by a lead, with a reason, by an event that points at the closing; its pieces stay in it", () => {
    expect(codeOf(reopen(closedBox, unitId))).toBe("lead-only");
    expect(codeOf(reopen(signedIn(closedBox, "P-1001"), unitId))).toBe("lead-only");
    expect(codeOf(reopen(withLead, unitId, "pause-1"))).toBe("unknown-reason");
    expect(openAgain.events.at(-1)).toMatchObject({
      type: "unit.reopened",
      jobOrder: "4720",
      payload: { unitId, reopens: lastEventId(closedBox), sscc: closedSscc, reasonCode: "reopen-1" },
    });
    expect(idOf(openAgain)).toBe(unitId);
    expect(unpackedGood(openAgain.state, "4720")).toBe(0);
    expect(codeOf(reopen(openAgain, unitId))).toBe("unit-is-open");
  });

  test("PK-18 not while it stands on a pallet, and not while another box is open", () => {
    const onPallet = signedIn(scanned(opened(closedBox, "pallet"), `00${closedSscc}`), LEAD);
    expect(codeOf(reopen(onPallet, unitId))).toBe("unit-inside-another");
    expect(codeOf(reopen(signedIn(opened(closedBox), LEAD), unitId))).toBe("unit-open-already");
  });

  test("PK-19 its next closing gives another number, with labels of their own; the old label is told to be void", () => {
    const printed = done(closedBox, decidePrintLabel(of(closedBox), { unitId, target: "folder" }));
    const lead = signedIn(printed, LEAD);
    const open = done(lead, reopen(lead, unitId));
    expect(codeOf(decidePrintLabel(of(open), { unitId, target: "folder" }))).toBe("unit-not-closed");
    expect(scan(open, `00${closedSscc}`)).toMatchObject({ verdict: "wrong", outcome: "unit-label-open" });
    const closedAgain = done(open, close(open));
    const unit = closedAgain.state.unit.get(unitId);
    expect(unit?.sscc?.slice(8, 17)).toBe("014000001");
    expect(unit?.voidSsccs).toEqual([closedSscc]);
    const label = decidePrintLabel(of(closedAgain), { unitId, target: "folder" });
    expect(label.ok && label.value[0]?.payload).toMatchObject({ copy: 1, sscc: unit?.sscc });
    expect(scan(closedAgain, `00${closedSscc}`)).toMatchObject({
      verdict: "wrong",
      outcome: "unit-label-void",
      details: { needed: unit?.sscc },
    });
    expect(scan(closedAgain, `00${unit?.sscc}`).outcome).toBe("unit-shown");
    // Nor does the old label put the box onto a pallet.
    expect(scan(opened(closedAgain, "pallet"), `00${closedSscc}`).drafts).toEqual([]);
  });

  test("PK-20 some pieces of one packing come out and go in again; a numbered piece and a box come out whole", () => {
    const out = done(openAgain, takeOut(openAgain, 2));
    expect(out.events.slice(-2).map(({ type }) => type)).toEqual(["unit.unpacked", "unit.packed"]);
    expect([
      piecesIn(out.state.unit.get(unitId) ?? { packings: [] }),
      unpackedGood(out.state, "4720"),
    ]).toEqual([22, 2]);
    expect(codeOf(takeOut(out, 23))).toBe("more-than-packed");
    expect(codeOf(takeOut(out, 0))).toBe("quantity-not-positive");
    const again = done(out, pack(out, 2));
    expect(unpackedGood(again.state, "4720")).toBe(0);
    expect(codeOf(close(again))).toBe("ok");
    expect(piecesIn(done(again, takeOut(again)).state.unit.get(unitId) ?? { packings: [] })).toBe(22);
  });

  test("PK-20 a box of an order that is in the journal alone is opened, emptied and closed; no figure goes below none", () => {
    const forgotten: History = {
      ...openAgain,
      state: { ...openAgain.state, jobOrder: new Map(), packedPieces: new Map() },
    };
    const less = done(forgotten, takeOut(forgotten, 4));
    expect(piecesIn(less.state.unit.get(unitId) ?? { packings: [] })).toBe(20);
    expect(less.state.packedPieces.size).toBe(0);
    expect(codeOf(close(less))).toBe("ok");
  });
});
