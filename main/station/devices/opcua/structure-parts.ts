import { scalarOf } from "./data-value.ts";
import { isUndecoded } from "./picked-field.ts";

const MOST_PARTS = 100;
const DEEPEST = 4;

export interface StructurePart {
  /** As a mapping names it, e.g. "0.accCount". */
  readonly field: string;
  readonly value: number | string | boolean;
}

/** All of a structure or an array that a signal can hold, for a person to choose from. Empty for a plain value. */
export function structureParts(value: unknown): readonly StructurePart[] {
  const parts: StructurePart[] = [];
  collect(value, [], parts);
  return parts;
}

function collect(value: unknown, steps: readonly string[], into: StructurePart[]): void {
  if (into.length >= MOST_PARTS || steps.length > DEEPEST || isUndecoded(value)) return;
  const scalar = steps.length === 0 ? null : scalarOf(value, undefined).value;
  if (scalar !== null) {
    into.push({ field: steps.join("."), value: scalar });
    return;
  }
  if (typeof value !== "object" || value === null || value instanceof Date) return;
  const isList = Array.isArray(value) || ArrayBuffer.isView(value);
  const names = isList ? Object.keys(value).slice(0, MOST_PARTS) : Object.keys(value);
  for (const name of names) {
    if (/^\w+$/.test(name))
      collect((value as Readonly<Record<string, unknown>>)[name], [...steps, name], into);
  }
}
