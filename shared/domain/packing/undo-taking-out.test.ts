import { describe, expect, test } from "vitest";
import { lastEventId } from "../testing/history.ts";
import { takeBack } from "../testing/take-back.ts";
import { decideUnpack } from "./decide-packing.ts";
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
  scan,
  scanned,
  started,
} from "./testing/packing-history.ts";

const box = ["SN1", "SN2", "SN3"].reduce(scanned, opened(started("4720")));
const unitId = idOf(box);
const packingOf = (history: typeof box, at: number) => history.state.unit.get(idOf(history))?.packings[at];
const out = done(box, decideUnpack(of(box), { unitId, packedEventId: packingOf(box, 1)?.eventId ?? "" }));
const undo = (history: typeof box, ageMs = 0) => takeBack(history.state, lastEventId(out), ageMs);

describe("what was taken out of a unit", () => {
  test("PK-22 a scan of a packed piece books nothing and says which packing takes it out", () => {
    expect(scan(box, "SN2")).toMatchObject({
      verdict: "duplicate",
      outcome: "piece-in-unit",
      details: { unitId, packedEventId: packingOf(box, 1)?.eventId },
      drafts: [],
    });
    expect(scan(done(box, close(box)), "SN2").outcome).toBe("piece-known");
  });

  test("PK-22 undone it is packed again with its number, once and within ten seconds", () => {
    expect(out.state.unit.get(unitId)?.packings.flatMap(({ serials }) => serials)).toEqual(["1", "3"]);
    expect(codeOf(undo(out, 10_001))).toBe("undo-too-late");
    const back = done(out, undo(out));
    expect(back.events.at(-1)).toMatchObject({
      type: "unit.packed",
      payload: { quantity: 1, serials: ["2"] },
    });
    expect(codeOf(undo(back))).toBe("nothing-to-undo");
    expect(scan(back, "SN2").outcome).toBe("piece-in-unit");
  });

  test("PK-22 not once something else was done with the unit, or the piece lies elsewhere", () => {
    expect(codeOf(undo(scanned(out, "SN2")))).toBe("nothing-to-undo");
    expect(codeOf(undo(done(out, close(out))))).toBe("nothing-to-undo");
  });

  test("PK-22 a box comes off the pallet and goes onto it again", () => {
    const pallet = scanned(opened(closedBox, "pallet"), `00${closedSscc}`);
    const palletId = idOf(pallet, "pallet");
    const packedEventId = pallet.state.unit.get(palletId)?.packings[0]?.eventId ?? "";
    const off = done(pallet, decideUnpack(of(pallet), { unitId: palletId, packedEventId }));
    const on = done(off, takeBack(off.state, lastEventId(off), 0));
    expect(piecesIn(on.state.unit.get(palletId) ?? { packings: [] })).toBe(24);
  });
});
