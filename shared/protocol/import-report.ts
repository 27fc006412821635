import { z } from "zod";

/** What can be imported as a table: job orders, bills of material, routings. */
export const importKinds = ["orders", "bom", "routing"] as const;
export type ImportKind = (typeof importKinds)[number];

/**
 * What is taken of a file. all: everything or nothing; good-rows: the good ones, the others are reported; nothing: it is
 * only looked at.
 */
export const importTakes = ["all", "good-rows", "nothing"] as const;
export type ImportTake = (typeof importTakes)[number];

/** Why a row, or the file as a whole, cannot be taken. Closed: the page has words for each in each language (U24). */
export const importFaults = [
  "not-utf8",
  "not-a-table",
  "not-json",
  "empty-file",
  "too-many-rows",
  "no-such-column",
  "missing-column",
  "column-twice",
  "too-many-cells",
  "missing",
  "too-long",
  "bad-characters",
  "not-a-whole-number",
  "not-a-number",
  "out-of-range",
  "not-a-date",
  "ambiguous-date",
  "not-a-choice",
  "twice",
  "no-routing",
  "unknown-work-unit",
  "other-row-of-item",
] as const;
export type ImportFault = (typeof importFaults)[number];

const importProblemSchema = z.strictObject({
  /** As the sender counts: the line of the head is row 1; null: the file as a whole. */
  row: z.int().positive().nullable(),
  /** Name of the column in the plain form of docs/spec/import.md; null: the row as a whole. */
  column: z.string().nullable(),
  fault: z.enum(importFaults),
  /** What stands there, cut to a readable length; "" where nothing does. */
  found: z.string(),
  /** What was expected: a limit, a choice, another row, a form; "" where the fault says it all. */
  expected: z.string(),
  /** wrong: the row is not taken; note: it is taken, and somebody should look. */
  weight: z.enum(["wrong", "note"]),
});
export type ImportProblem = z.infer<typeof importProblemSchema>;

const count = z.int().nonnegative();

export const importReportSchema = z.strictObject({
  kind: z.enum(importKinds),
  take: z.enum(importTakes),
  /** Rows beneath the head. */
  rows: count,
  goodRows: count,
  /** What was done; all zero where nothing was taken. Of orders these are job orders, else items. */
  created: count,
  changed: count,
  unchanged: count,
  problems: z.array(importProblemSchema),
  /** There are more problems than are listed. */
  isCut: z.boolean(),
});
export type ImportReport = z.infer<typeof importReportSchema>;
