import { eventSchemas, type Fact, isKnownType } from "../../shared/domain/event.ts";
import { upcastPayload } from "../../shared/domain/event-versions.ts";
import type { JournalEntry } from "../../shared/protocol/journal-entry.ts";
import { storableJson } from "./storable-text.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Above this a count is a fault of the sender; keeps every sum of a plant's life exact. */
const LARGEST_COUNT = 10_000_000;

export type ReadFact =
  | { readonly kind: "fact"; readonly fact: Fact }
  | { readonly kind: "unknown-type" }
  | { readonly kind: "newer-version" }
  | { readonly kind: "invalid-payload" };

/** Reads what an entry says, as far as this MES understands it (I-15). Never throws. */
export function readFact(
  entry: Pick<JournalEntry, "type" | "version" | "payload">,
  vocabulary: Vocabulary,
): ReadFact {
  const newest = vocabulary(entry.type);
  if (newest === undefined || !isKnownType(entry.type)) return { kind: "unknown-type" };
  if (entry.version > newest) return { kind: "newer-version" };
  const value = parseJson(entry.payload);
  if (value === undefined || !storableJson(value)) return { kind: "invalid-payload" };
  const parsed = eventSchemas[entry.type].safeParse(upcastPayload(entry.type, entry.version, value));
  if (!parsed.success) return { kind: "invalid-payload" };
  // The schema was picked by the type, which the compiler cannot follow through the union.
  const fact = { type: entry.type, payload: parsed.data } as Fact;
  return plausible(fact) ? { kind: "fact", fact } : { kind: "invalid-payload" };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the caller turns it into a verdict that a person sees
  }
}

function plausible(fact: Fact): boolean {
  if (fact.type === "parts.counted") return fact.payload.delta <= LARGEST_COUNT;
  return fact.type !== "defect.logged" || fact.payload.quantity <= LARGEST_COUNT;
}
