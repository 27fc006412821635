import { unreachable } from "../../../shared/lib/unreachable.ts";
import { type Problem, problemSchema } from "../../../shared/protocol/messages.ts";
import { MesError, type MesErrorCode } from "./mes-error.ts";

/** An answer that is not a success, as far as it was read. */
export interface Refusal {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** Value of the Retry-After header, seconds or a date; null when absent. */
  readonly retryAfter: string | null;
  /** Wall clock, only to read a Retry-After date. */
  readonly nowUtc: string;
}

/**
 * Which class of trouble an answer other than 200 is. Only a problem body of our own protocol is believed to speak for
 * the MES; of a foreign body (proxy, portal) nothing but "busy", "too large" and "try later" is taken.
 */
export function classifyRefusal(refusal: Refusal): MesError {
  const problem = parseProblem(refusal);
  const code = problem === undefined ? codeOfStatus(refusal.status) : codeOfProblem(problem, refusal.status);
  const said = problem === undefined ? "without a problem body" : problem.error.message;
  const retryAfterMs = parseRetryAfter(refusal.retryAfter, refusal.nowUtc);
  return new MesError(code, `MES answered ${refusal.status}: ${said}`, { retryAfterMs });
}

function parseProblem(refusal: Refusal): Problem | undefined {
  if (!isJson(refusal.contentType)) return undefined;
  const parsed = problemSchema.safeParse(parseJson(refusal.body));
  return parsed.success ? parsed.data : undefined;
}

export function isJson(contentType: string): boolean {
  return /^application\/json\s*(;|$)/i.test(contentType);
}

/** @returns undefined for text that is not JSON; JSON itself has no undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Torn or foreign text is an expected answer here, and undefined passes no schema.
    return undefined;
  }
}

function codeOfStatus(status: number): MesErrorCode {
  if (status >= 500) return "server";
  if (status === 413) return "too-large";
  if (status === 429) return "too-many-requests";
  return "not-mes";
}

function codeOfProblem(problem: Problem, status: number): MesErrorCode {
  const code = problem.error.code;
  switch (code) {
    case "internal":
      return "server";
    case "fork":
    case "gap":
      // Only these change what the station believes about its own log: status and code must say the same.
      return status === 409 ? code : "not-mes";
    case "bad-request":
    case "unauthorized":
    case "forbidden":
    case "not-found":
    case "too-large":
    case "unsupported-protocol":
    case "too-many-requests":
      return code;
    default:
      return unreachable(code);
  }
}

function parseRetryAfter(header: string | null, nowUtc: string): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const untilMs = Date.parse(header) - Date.parse(nowUtc);
  return Number.isNaN(untilMs) ? undefined : Math.max(0, untilMs);
}
