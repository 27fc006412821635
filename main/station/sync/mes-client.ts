import type { IncomingMessage } from "node:http";
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
import { lineFaultOf } from "./line-fault.ts";
import { MesError } from "./mes-error.ts";
import { createMesTransport, type MesTransport } from "./mes-transport.ts";
import { readBoundedText } from "./read-bounded-text.ts";

/** A page whose entries are not yet believed one by one: a bad one must not hide the good ones. */
const rawDirectivePageSchema = directivePageSchema.extend({ directives: z.array(z.unknown()).max(1000) });
export type RawDirectivePage = z.infer<typeof rawDirectivePageSchema>;

export interface MesClientOptions {
  /** Base address, http or https. */
  readonly mesUrl: string;
  readonly stationId: string;
  readonly token: string;
  /** Authorities (PEM) that may vouch for the MES, instead of those of the operating system. */
  readonly caFile?: string | null;
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
  openDirectiveStream(signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
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
  readonly send: MesTransport;
}

interface Exchange<Schema extends z.ZodType> {
  readonly path: string;
  readonly schema: Schema;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** A POST when present. */
  readonly json?: unknown;
}

export function createMesClient(options: MesClientOptions): MesClient {
  const { token, clock } = options;
  const base = new URL(`/api/v1/stations/${encodeURIComponent(options.stationId)}/`, options.mesUrl);
  const access = { base, token, clock, send: createMesTransport(options.caFile ?? null) };
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

interface Opening {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

async function open(access: Access, path: string, opening: Opening): Promise<IncomingMessage> {
  const { body, signal } = opening;
  const headers = { ...opening.headers, authorization: `Bearer ${access.token}` };
  try {
    return await access.send({ url: new URL(path, access.base), headers, body, signal });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof MesError) throw error;
    throw new MesError(lineFaultOf(error) ?? "network", `${path} did not reach the MES`, { cause: error });
  }
}

async function exchange<Schema extends z.ZodType>(
  access: Access,
  ask: Exchange<Schema>,
): Promise<z.infer<Schema>> {
  return await withDeadline(ask.timeoutMs, ask.signal, async (signal) => {
    const response = await open(access, ask.path, { ...requestOf(ask.json), signal });
    return await reading(ask.path, signal, async () => {
      if (response.statusCode !== 200) throw await refusalOf(access, response);
      return parseAnswer(ask, response, await readBoundedText(response, MAX_ANSWER_BYTES));
    });
  });
}

async function openStream(access: Access, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
  const response = await open(access, "stream", { signal, headers: { accept: "text/event-stream" } });
  return await reading("stream", signal, async () => {
    if (response.statusCode !== 200) throw await refusalOf(access, response);
    const contentType = response.headers["content-type"] ?? "";
    if (/^text\/event-stream\s*(;|$)/i.test(contentType)) return response;
    response.destroy();
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

async function refusalOf(access: Access, response: IncomingMessage): Promise<MesError> {
  return classifyRefusal({
    status: response.statusCode ?? 0,
    contentType: response.headers["content-type"] ?? "",
    body: await readBoundedText(response, MAX_REFUSAL_BYTES),
    retryAfter: response.headers["retry-after"] ?? null,
    nowUtc: access.clock.now().atUtc,
  });
}

function requestOf(json: unknown): Omit<Opening, "signal"> {
  const accept = "application/json";
  if (json === undefined) return { headers: { accept } };
  return { body: JSON.stringify(json), headers: { accept, "content-type": "application/json" } };
}

function parseAnswer<Schema extends z.ZodType>(
  ask: Exchange<Schema>,
  response: IncomingMessage,
  text: string,
): z.infer<Schema> {
  const contentType = response.headers["content-type"] ?? "";
  if (!isJson(contentType)) throw new MesError("not-mes", `${ask.path} was answered as "${contentType}"`);
  const parsed = ask.schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new MesError("not-mes", `${ask.path}: ${z.prettifyError(parsed.error)}`, { cause: parsed.error });
}
