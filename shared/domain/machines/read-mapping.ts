import type { z } from "zod";
import { type MappingFile, mappingFileSchema } from "./mapping.ts";

/** What can be wrong with a mapping, for a sentence in each language. */
export const mappingFaultCodes = [
  "not-json",
  "no-mapping",
  "missing",
  "unknown-word",
  "too-large",
  "wrong-value",
  "id-twice",
  "count-twice",
  "total-and-good",
  "state-map",
  "mode-map",
  "count-rule",
  "cycle-missing",
  "limits",
] as const;
export type MappingFaultCode = (typeof mappingFaultCodes)[number];

export interface MappingFault {
  /** Where in the file: "machines.0.signals.3.node"; empty: the file as a whole. */
  readonly place: string;
  /** The same as people know it: names of the machine and of the signal, and the word in the file. Empty: none. */
  readonly machine: string;
  readonly signal: string;
  readonly field: string;
  readonly fault: MappingFaultCode;
  /** In English, for IT. */
  readonly message: string;
}

const MOST_FAULTS = 50;

/** A mapping from text that anyone may have written. @returns the file, or all that is wrong with it */
export function readMapping(text: string): {
  readonly file: MappingFile | undefined;
  readonly faults: readonly MappingFault[];
} {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { file: undefined, faults: [faultAt(json, [], { fault: "not-json", message })] };
  }
  const parsed = mappingFileSchema.safeParse(json);
  if (parsed.success) return { file: parsed.data, faults: [] };
  const faults = parsed.error.issues.slice(0, MOST_FAULTS).map((issue) => {
    const said = { fault: faultOf(issue, json), message: issue.message };
    const field = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
    return faultAt(json, [...issue.path, ...field], said);
  });
  return { file: undefined, faults };
}

type Path = readonly PropertyKey[];

function faultAt(json: unknown, path: Path, said: Pick<MappingFault, "fault" | "message">): MappingFault {
  const [, machine, list, signal] = path;
  const isSignal = list === "signals" && signal !== undefined;
  const fields = path.slice(isSignal ? 4 : 2).filter((step) => typeof step === "string");
  return {
    place: path.join("."),
    machine: machine === undefined ? "" : nameAt(json, path.slice(0, 2)),
    signal: isSignal ? nameAt(json, path.slice(0, 4)) : "",
    field: (machine === undefined ? path : fields).join("."),
    ...said,
  };
}

function faultOf(issue: z.core.$ZodIssue, json: unknown): MappingFaultCode {
  const [first, second] = issue.path;
  if (first === undefined || first === "format" || first === "version") {
    return issue.code === "unrecognized_keys" ? "unknown-word" : "no-mapping";
  }
  if (second === undefined && issue.code === "invalid_type") return "no-mapping";
  if (issue.code === "unrecognized_keys") return "unknown-word";
  if (issue.code === "custom") {
    return mappingFaultCodes.find((code) => code === issue.params?.fault) ?? "wrong-value";
  }
  if (issue.code === "too_big") return "too-large";
  return valueAt(json, issue.path) === undefined ? "missing" : "wrong-value";
}

/** Its name; else its id; else its place in the list, as people count. */
function nameAt(json: unknown, path: Path): string {
  const found = valueAt(json, path);
  const { name, signalId, machineId } = (
    typeof found === "object" && found !== null ? found : {}
  ) as Readonly<Record<string, unknown>>;
  const known = [name, signalId, machineId].find((one) => typeof one === "string" && one !== "");
  return typeof known === "string" ? known.slice(0, 80) : String(Number(path.at(-1)) + 1);
}

function valueAt(json: unknown, path: Path): unknown {
  let at = json;
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Readonly<Record<PropertyKey, unknown>>)[step];
  }
  return at;
}
