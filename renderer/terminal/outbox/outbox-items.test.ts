import { describe, expect, test } from "vitest";
import { fixture } from "../fixtures/fixtures.ts";
import { itemKey, outboxItems } from "./outbox-items.ts";

const kindsOf = (name: Parameters<typeof fixture>[0]) =>
  outboxItems(fixture(name, "en")).map(({ kind }) => kind);

describe("what the sync sheet lists", () => {
  test("I-16 refused bookings come first, then what the MES sent and nobody could use", () => {
    expect(kindsOf("rejected")).toEqual([
      "refusal",
      "refusal",
      "refusal",
      "refusal",
      "directive",
      "directive",
    ]);
  });

  test("a trouble of the sync itself stands on top, but not one that the refused bookings are", () => {
    expect(kindsOf("trouble")).toEqual(["trouble"]);
    expect(fixture("rejected", "en").sync.trouble).toBe("rejected");
    const model = fixture("rejected", "en");
    const seen = { ...model, outbox: { ...model.outbox, refused: 0 } };
    expect(outboxItems(seen)[0]).toEqual({ kind: "trouble", trouble: "rejected" });
  });

  test("no two rows share a key", () => {
    const keys = outboxItems(fixture("rejected", "en")).map(itemKey);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
