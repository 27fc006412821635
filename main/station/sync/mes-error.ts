import { lineFaults } from "../../../shared/screen/sync-trouble.ts";

/**
 * Closed list of what can go wrong between station and MES. What is done about each stands in retry-policy.ts.
 *
 * "not-mes": something answered that is not the MES (captive portal, proxy page, wrong or torn JSON).
 * The faults of a secured line are classes of their own, because a person has to know which one it is (M1).
 * "wrong-ack": a well-formed acknowledgement of something that this station did not send.
 */
export const mesErrorCodes = [
  "network",
  "timeout",
  "not-mes",
  "wrong-ack",
  "server",
  "bad-request",
  "unauthorized",
  "forbidden",
  "not-found",
  "gap",
  "fork",
  "too-large",
  "unsupported-protocol",
  "too-many-requests",
  ...lineFaults,
] as const;
export type MesErrorCode = (typeof mesErrorCodes)[number];

export interface MesErrorDetails {
  readonly cause?: unknown;
  /** What a Retry-After header asked for. */
  readonly retryAfterMs?: number | undefined;
}

/** The one error of the boundary to the MES; the code is part of the message so that a log line is enough. */
export class MesError extends Error {
  readonly code: MesErrorCode;
  readonly retryAfterMs: number | undefined;

  constructor(code: MesErrorCode, message: string, details: MesErrorDetails = {}) {
    super(`${message} [${code}]`, { cause: details.cause });
    this.name = "MesError";
    this.code = code;
    this.retryAfterMs = details.retryAfterMs;
  }
}
