import type { z } from "zod";
import { storableJson } from "../ingest/storable-text.ts";
import type { Body } from "./command.ts";

/**
 * What a schema cannot say of the rows of an import: each id once, and only text that can be stored.
 * @returns the first fault with its place; undefined when there is none
 */
export function checkImport(
  rows: readonly Body[],
  { listName, key }: { readonly listName: string; readonly key: string },
): string | undefined {
  const places = new Map<unknown, number>();
  for (const [index, row] of rows.entries()) {
    if (!storableJson(row)) return `${listName}[${index}] has a NUL character or half a character in a text`;
    const first = places.get(row[key]);
    if (first !== undefined) return `${listName}[${index}].${key} is the same as in ${listName}[${first}]`;
    places.set(row[key], index);
  }
  return undefined;
}

/**
 * What JSON Schema cannot say of a row, but its own schema does: shifts that overlap, a zone that is none.
 * @returns the first fault with its place as the sender wrote it; undefined when there is none
 */
export function checkMeaning(
  rows: readonly Body[],
  { listName, schema }: { readonly listName: string; readonly schema: z.ZodType },
): string | undefined {
  for (const [index, row] of rows.entries()) {
    const [issue] = schema.safeParse(row).error?.issues ?? [];
    if (issue === undefined) continue;
    const steps = issue.path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`));
    return `${listName}[${index}]${steps.join("")} ${issue.message}`;
  }
  return undefined;
}
