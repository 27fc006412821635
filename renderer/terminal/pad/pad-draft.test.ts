import { expect, test } from "vitest";
import { dropPadDraft, keepPadDraft, type PadDraft, readPadDraft } from "./pad-draft.ts";

function memory(first?: string) {
  const entries = new Map<string, string>(first === undefined ? [] : [["takt.pad", first]]);
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
}

const draft: PadDraft = {
  purpose: "good",
  subject: "4711",
  text: "18",
  intentId: "0191b1a0-0000-7000-8000-000000000001",
};

test("P6 an unsent entry comes back with the intent it would be sent with", () => {
  const storage = memory();
  keepPadDraft(storage, draft);
  expect(readPadDraft(storage)).toEqual(draft);
  dropPadDraft(storage);
  expect(readPadDraft(storage)).toBeNull();
});

test.each(["", "18", "{}", '{"purpose":"good"}', JSON.stringify({ ...draft, intentId: "x" })])(
  "P6 a damaged entry is none: %s",
  (stored) => {
    expect(readPadDraft(memory(stored))).toBeNull();
  },
);
