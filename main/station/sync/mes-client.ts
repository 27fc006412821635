import { z } from "zod";
import type { Clock } from "../../../shared/lib/clock.ts";
import {
  type Acknowledgement,
  acknowledgementSchema,
  directivePageSchema,
  type Handshake,
  handshakeSchema,
  PROTOCOL_VERSION,
  type Upload,
} from "../../../shared/protocol/messages.ts";
import {
  type RollupAnswer,
  type RollupState,
  type RollupUpload,
  rollupAnswerSchema,
  rollupStateSchema,
} from "../../../shared/protocol/signal-messages.ts";
import { classifyRefusal, isJson, parseJson } from "./classify-refusal.ts";
import { withDeadline } from "./deadline.ts";
import { MesError } from "./mes-error.ts";
import { readBoundedText } from "./read-bounded-text.ts";

/** A page whose entries are not yet believed one by one: a bad one must not hide the good ones. */
const rawDirectivePageSchema = directivePageSchema.extend({ directives: z.array(z.unknown()).max(1000) });
export type RawDirectivePage = z.infer<typeof rawDirectivePageSchema>;

export interface MesClientOptions {
  /** Base address, http or https. */
  readonly mesUrl: string;
  readonly stationId: string;
  readonly token: string;
  readonly clock: Clock;
  /**
   * Total time of a small request (handshake, opening a stream). Kept short: it is part of the 10 s in which a queue
   * must be empty after the network heals (I-17).
   */
  readonly shortTimeoutMs?: number;
  /** Total time of a request that carries data. */
  readonly transferTimeoutMs?: number;
}

/**
 * The protocol as functions. Every method throws MesError, except that an abort of `signal` throws its reason. An
 * answer is returned only if it is JSON by content type, of bounded length, complete, and fits its schema.
 */
export interface MesClient {
  handshake(epoch: string, signal: AbortSignal): Promise<Handshake>;
  upload(batch: Omit<Upload, "protocolVersion">, signal: AbortSignal): Promise<Acknowledgement>;
  directives(after: number, signal: AbortSignal): Promise<RawDirectivePage>;
  /** What the MES holds of the signals of this station's machines. */
  rollups(signal: AbortSignal): Promise<RollupState>;
  uploadRollups(upload: Omit<RollupUpload, "protocolVersion">, signal: AbortSignal): Promise<RollupAnswer>;
  /** Bytes of the directive stream (SSE); it lives until `signal` fires or the other side ends it. */
  openDirectiveStream(signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
}

const SHORT_TIMEOUT_MS = 4_000;
const TRANSFER_TIMEOUT_MS = 15_000;
const MAX_ANSWER_BYTES = 8_000_000;
const MAX_REFUSAL_BYTES = 64_000;

/** How to reach one MES as one station. */
interface Access {
  readonly base: URL;
  readonly token: string;
  readonly clock: Clock;
}

interface Exchange<Schema extends z.ZodType> {
  readonly path: string;
  readonly schema: Schema;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** A POST when present. */
  readonly json?: unknown;
}

/** The only user of fetch in the station. */
export function createMesClient(options: MesClientOptions): MesClient {
  const { token, clock } = options;
  const base = new URL(`/api/v1/stations/${encodeURIComponent(options.stationId)}/`, options.mesUrl);
  const access = { base, token, clock };
  const shortMs = options.shortTimeoutMs ?? SHORT_TIMEOUT_MS;
  const timeoutMs = options.transferTimeoutMs ?? TRANSFER_TIMEOUT_MS;
  return {
    handshake(epoch, signal) {
      const path = `handshake?epoch=${epoch}`;
      return exchange(access, { path, schema: handshakeSchema, timeoutMs: shortMs, signal });
    },
    upload(batch, signal) {
      const json = { protocolVersion: PROTOCOL_VERSION, ...batch };
      return exchange(access, { path: "journal", schema: acknowledgementSchema, timeoutMs, signal, json });
    },
    directives(after, signal) {
      const path = `directives?after=${after}`;
      return exchange(access, { path, schema: rawDirectivePageSchema, timeoutMs, signal });
    },
    rollups: (signal) =>
      exchange(access, { path: "rollups", schema: rollupStateSchema, timeoutMs: shortMs, signal }),
    uploadRollups(upload, signal) {
      const json = { protocolVersion: PROTOCOL_VERSION, ...upload };
      return exchange(access, { path: "rollups", schema: rollupAnswerSchema, timeoutMs, signal, json });
    },
    openDirectiveStream: (signal) =>
      withDeadline(shortMs, signal, (deadline) => openStream(access, AbortSignal.any([deadline, signal]))),
  };
}

async function open(access: Access, path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("authorization", `Bearer ${access.token}`);
  try {
    // A redirect is a captive portal's answer; following it would hand the token to a stranger.
    return await fetch(new URL(path, access.base), { ...init, headers, redirect: "manual" });
  } catch (error) {
    init.signal?.throwIfAborted();
    throw new MesError("network", `${path} did not reach the MES`, { cause: error });
  }
}

async function exchange<Schema extends z.ZodType>(
  access: Access,
  ask: Exchange<Schema>,
): Promise<z.infer<Schema>> {
  return await withDeadline(ask.timeoutMs, ask.signal, async (signal) => {
    const response = await open(access, ask.path, { ...requestOf(ask.json), signal });
    return await reading(ask.path, signal, async () => {
      if (response.status !== 200) throw await refusalOf(access, response);
      return parseAnswer(ask, response, await readBoundedText(response, MAX_ANSWER_BYTES));
    });
  });
}

async function openStream(access: Access, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const response = await open(access, "stream", { signal, headers: { accept: "text/event-stream" } });
  return await reading("stream", signal, async () => {
    if (response.status !== 200) throw await refusalOf(access, response);
    const contentType = response.headers.get("content-type") ?? "";
    if (response.body !== null && /^text\/event-stream\s*(;|$)/i.test(contentType)) return response.body;
    await response.body?.cancel();
    throw new MesError("not-mes", `The directive stream came as "${contentType}"`);
  });
}

/** Whatever breaks while an answer is read is a broken line, unless we ended it ourselves. */
async function reading<Value>(path: string, signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof MesError) throw error;
    throw new MesError("network", `${path}: the answer broke off`, { cause: error });
  }
}

async function refusalOf(access: Access, response: Response): Promise<MesError> {
  return classifyRefusal({
    status: response.status,
    contentType: response.headers.get("content-type") ?? "",
    body: await readBoundedText(response, MAX_REFUSAL_BYTES),
    retryAfter: response.headers.get("retry-after"),
    nowUtc: access.clock.now().atUtc,
  });
}

function requestOf(json: unknown): RequestInit {
  const accept = "application/json";
  if (json === undefined) return { headers: { accept } };
  const headers = { accept, "content-type": "application/json" };
  return { method: "POST", body: JSON.stringify(json), headers };
}

function parseAnswer<Schema extends z.ZodType>(
  ask: Exchange<Schema>,
  response: Response,
  text: string,
): z.infer<Schema> {
  const contentType = response.headers.get("content-type") ?? "";
  if (!isJson(contentType)) throw new MesError("not-mes", `${ask.path} was answered as "${contentType}"`);
  const parsed = ask.schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new MesError("not-mes", `${ask.path}: ${z.prettifyError(parsed.error)}`, { cause: parsed.error });
}
