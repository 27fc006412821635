import type { z } from "zod";
import type { Fault } from "../../shared/protocol/messages.ts";

type Issue = z.core.$ZodIssue;

/** @param issue of a schema that was told to report its input: else what is missing looks like what is wrong */
export function faultOf(issue: Issue, under: readonly PropertyKey[] = []): Fault {
  const path = [...under, ...issue.path];
  const last = path.at(-1);
  if (issue.code === "invalid_type" && issue.input === undefined && typeof last === "string")
    return { place: placeOf(path.slice(0, -1)), what: `must have required property '${last}'` };
  return { place: placeOf(path), what: wordsOf(issue) };
}

function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
}

/** The same words as those for a schema of a route, see `plugins/json-schema.ts`. */
function wordsOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${issue.expected === "int" ? "integer" : issue.expected}`;
    case "too_small":
      return limitWords(issue.origin, { least: Number(issue.minimum), isIncluded: issue.inclusive ?? true });
    case "too_big":
      return limitWords(issue.origin, { most: Number(issue.maximum), isIncluded: issue.inclusive ?? true });
    case "invalid_value":
      return `must be one of ${JSON.stringify(issue.values)}`;
    case "invalid_format":
      return issue.format === "datetime"
        ? "must be a date and time in UTC, such as 2026-11-22T14:00:00Z"
        : "does not have the right form";
    case "unrecognized_keys":
      return `must not have "${issue.keys.join('", "')}"`;
    default:
      return issue.message;
  }
}

interface Limit {
  readonly least?: number;
  readonly most?: number;
  readonly isIncluded: boolean;
}

function limitWords(of: string, { least, most, isIncluded }: Limit): string {
  const limit = least ?? most;
  if (of === "string" || of === "array") {
    const what = of === "string" ? "characters" : "items";
    return `must NOT have ${least === undefined ? "more" : "fewer"} than ${limit} ${what}`;
  }
  return `must be ${least === undefined ? "<" : ">"}${isIncluded ? "=" : ""} ${limit}`;
}
