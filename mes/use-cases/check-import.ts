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
