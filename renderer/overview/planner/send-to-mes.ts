import type { z } from "zod";
import { problemSchema } from "../../../shared/protocol/messages.ts";

const REQUEST_TIMEOUT_MS = 60_000;

/** Why the MES did not do it. Closed: each has its sentence on the page. */
export type SendProblem = "unreachable" | "no-right" | "too-large" | "refused";

export type SendAnswer<Data> =
  | { readonly ok: true; readonly data: Data }
  /** `message` is the MES's own, in English, where it gave one. */
  | { readonly ok: false; readonly problem: SendProblem; readonly message: string };

export interface Sending<Data> {
  readonly token: string;
  /** A file is sent as it is, anything else as JSON. */
  readonly body: Blob | object;
  readonly schema: z.ZodType<Data>;
}

/** Sends what a planner decided, once. Never throws for what a network can do. */
export async function sendToMes<Data>(
  path: string,
  { token, body, schema }: Sending<Data>,
): Promise<SendAnswer<Data>> {
  const isFile = body instanceof Blob;
  let response: Response;
  try {
    response = await fetch(path, {
      method: "POST",
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": isFile && !isJson(body) ? "text/csv" : "application/json",
      },
      body: isFile ? body : JSON.stringify(body),
    });
  } catch {
    // No connection, a refused one, a time-out, or a token that no header can hold: nothing was done.
    return { ok: false, problem: "unreachable", message: "" };
  }
  return answerOf(response, schema);
}

function isJson(file: Blob): boolean {
  return (
    file.type === "application/json" || (file instanceof File && file.name.toLowerCase().endsWith(".json"))
  );
}

async function answerOf<Data>(response: Response, schema: z.ZodType<Data>): Promise<SendAnswer<Data>> {
  const content: unknown = await response.json().catch(() => null); // Not JSON: no schema accepts null.
  const read = schema.safeParse(content);
  if (read.success) return { ok: true, data: read.data };
  const told = problemSchema.safeParse(content);
  const message = told.success ? told.data.error.message : "";
  if (response.status === 401 || response.status === 403) return { ok: false, problem: "no-right", message };
  if (response.status === 413) return { ok: false, problem: "too-large", message };
  return { ok: false, problem: response.status >= 502 ? "unreachable" : "refused", message };
}
