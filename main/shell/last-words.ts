import { z } from "zod";
import { REFUSED_TO_START, type StationRefusal } from "./station-supervisor.ts";

const refusalLine = z.object({
  refused: z.string().min(1).max(2_000),
  hint: z.string().max(2_000).default(""),
});

const MOST_KEPT = 2_000;
const BELOW_THE_POINT = /^(\s|[}\])]|Node\.js v)/;

/** Keeps the end of what a dying station said, bounded however much it says. */
export interface LastWords {
  hear(chunk: string): void;
  /** The last line that names something, not one of a stack trace or of Node's own signature below it. */
  lastLine(): string;
}

export function createLastWords(): LastWords {
  let tail = "";
  return {
    hear(chunk) {
      tail = (tail + chunk).slice(-2 * MOST_KEPT);
    },
    lastLine() {
      const lines = tail.split("\n").filter((line) => line !== "" && !BELOW_THE_POINT.test(line));
      return (lines.at(-1) ?? "").slice(0, MOST_KEPT);
    },
  };
}

/** Reads why a station refused to start. A refusal without a readable reason is still a refusal. */
export function readRefusal(exitCode: number | null, lastLine: string): StationRefusal | null {
  if (exitCode !== REFUSED_TO_START) return null;
  const parsed = refusalLine.safeParse(parseJson(lastLine));
  return parsed.success ? parsed.data : { refused: lastLine || "The station gave no reason", hint: "" };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // words, not JSON: shown as they are
  }
}
