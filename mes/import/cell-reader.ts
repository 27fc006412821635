import { readAmount } from "../../shared/domain/materials/amount.ts";
import type { ImportFault, ImportProblem } from "../../shared/protocol/import-report.ts";
import { storableText } from "../ingest/storable-text.ts";
import { type ImportRow, problem } from "./import-row.ts";
import { readDue } from "./read-due.ts";

interface Limits {
  readonly min: number;
  readonly max: number;
}

/** What is wrong, and what was expected. */
type Told = readonly [fault: ImportFault, expected: string];

/** Reads the cells of one row and notes what is wrong with each, so that a row tells all of its faults at once. */
export class CellReader {
  readonly problems: ImportProblem[] = [];
  readonly #row: ImportRow;
  readonly #timeZone: string;

  constructor(row: ImportRow, timeZone: string) {
    this.#row = row;
    this.#timeZone = timeZone;
  }

  get isGood(): boolean {
    return this.problems.every(({ weight }) => weight === "note");
  }

  /** Text of at most so many characters, "" where the cell is empty. Control characters are in no name and no number. */
  text(column: string, most: number): string {
    const found = this.#cell(column);
    if (!storableText(found) || hasControl(found)) return this.#fault(["bad-characters", ""], column, "");
    return found.length > most ? this.#fault(["too-long", String(most)], column, "") : found;
  }

  needed(column: string, most: number): string {
    if (this.#cell(column) === "") return this.#fault(["missing", ""], column, "");
    return this.text(column, most);
  }

  /** Digits alone: "1.000" and "1,000" mean different things in different countries, so both are refused. */
  whole<Absent>(column: string, { min, max }: Limits, absent: Absent): number | Absent {
    const found = this.#cell(column);
    if (found === "") return absent;
    if (!/^-?\d{1,15}$/.test(found))
      return this.#fault(["not-a-whole-number", `${min}–${max}`], column, absent);
    const value = Number(found);
    return value < min || value > max
      ? this.#fault(["out-of-range", `${min}–${max}`], column, absent)
      : value;
  }

  neededWhole(column: string, limits: Limits): number {
    if (this.#cell(column) === "")
      return this.#fault(["missing", `${limits.min}–${limits.max}`], column, limits.min);
    return this.whole(column, limits, limits.min);
  }

  /** With decimal point or comma, and without separators of thousands. */
  decimal<Absent>(column: string, { min, max }: Limits, absent: Absent): number | Absent {
    const found = this.#cell(column);
    if (found === "") return absent;
    if (!/^\d{1,9}([.,]\d{1,6})?$/.test(found))
      return this.#fault(["not-a-number", `${min}–${max}`], column, absent);
    const value = Number(found.replace(",", "."));
    return value < min || value > max
      ? this.#fault(["out-of-range", `${min}–${max}`], column, absent)
      : value;
  }

  /** An exact amount of a material above zero. */
  neededAmount(column: string): string {
    const found = this.#cell(column);
    if (found === "") return this.#fault(["missing", ""], column, "1");
    const amount = readAmount(found);
    if (amount === undefined) return this.#fault(["not-a-number", ""], column, "1");
    return amount === "0" ? this.#fault(["out-of-range", "> 0"], column, "1") : amount;
  }

  due(column: string): string {
    const found = this.#cell(column);
    if (found === "") return this.#fault(["missing", DATE_FORMS], column, "");
    const read = readDue(found, this.#timeZone);
    return read.ok ? read.value : this.#fault([read.refusal, DATE_FORMS], column, "");
  }

  choice<Value extends string, Absent>(
    column: string,
    choices: Readonly<Record<string, Value>>,
    absent: Absent,
  ): Value | Absent {
    const found = this.#cell(column);
    if (found === "") return absent;
    const word = found.toLowerCase();
    const value = Object.hasOwn(choices, word) ? choices[word] : undefined;
    return value ?? this.#fault(["not-a-choice", Object.keys(choices).join(", ")], column, absent);
  }

  has(column: string): boolean {
    return this.#cell(column) !== "";
  }

  note(fault: ImportFault, column: string, expected: string): void {
    const { row } = this.#row;
    this.problems.push(problem(fault, { row, column, found: this.#cell(column), expected, weight: "note" }));
  }

  fault(fault: ImportFault, column: string, expected: string): void {
    this.#fault([fault, expected], column, null);
  }

  #cell(column: string): string {
    return this.#row.cells[column] ?? "";
  }

  #fault<Value>([fault, expected]: Told, column: string, instead: Value): Value {
    this.problems.push(problem(fault, { row: this.#row.row, column, found: this.#cell(column), expected }));
    return instead;
  }
}

const DATE_FORMS = "2026-12-01, 2026-12-01T14:00, 01.12.2026, 01.12.2026 14:00";

/** Neither control characters nor those that turn the direction of writing; a line break of a table is a blank by now. */
function hasControl(text: string): boolean {
  return /[\p{Cc}\p{Cf}]/u.test(text);
}
