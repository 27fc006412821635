import type { z } from "zod";
import type { Fault } from "../../shared/protocol/messages.ts";
import { storableJson } from "../ingest/storable-text.ts";
import type { Body } from "./command.ts";
import { faultOf } from "./fault-words.ts";

/** More than anyone puts right in one go. */
const MOST_FAULTS = 500;

interface ImportRows {
  /** Of the rows, as the sender knows them. */
  readonly listName: string;
  readonly key: string;
  readonly schema: z.ZodType;
}

/**
 * Everything that is wrong with the rows of an import: what their schema says, also where JSON Schema cannot (shifts that
 * overlap, a check digit), ids that are there twice, and text that cannot be stored.
 * @returns at most 500 faults by row; empty when there is none
 */
export function checkImport(
  rows: readonly unknown[],
  { listName, key, schema }: ImportRows,
): readonly Fault[] {
  const places = new Map<unknown, number>();
  const faults: Fault[] = [];
  for (const [index, row] of rows.entries()) {
    const issues = schema.safeParse(row, { reportInput: true }).error?.issues ?? [];
    faults.push(...issues.map((issue) => faultOf(issue, [listName, index])));
    const place = `${listName}[${index}]`;
    if (!storableJson(row)) faults.push({ place, what: "has a NUL character or half a character in a text" });
    const id = idOf(row, key);
    const first = places.get(id);
    if (id === undefined) continue;
    if (first === undefined) places.set(id, index);
    else faults.push({ place: `${place}.${key}`, what: `is the same as in ${listName}[${first}]` });
    if (faults.length >= MOST_FAULTS) break;
  }
  return faults.slice(0, MOST_FAULTS);
}

export function hasFaults(faults: readonly Fault[]): faults is readonly [Fault, ...Fault[]] {
  return faults.length > 0;
}

function idOf(row: unknown, key: string): unknown {
  return typeof row === "object" && row !== null ? (row as Body)[key] : undefined;
}
