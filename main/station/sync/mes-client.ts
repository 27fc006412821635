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
  /** Bytes of the directive stream (SSE); it lives until `signal` fires or the other side ends it. */
  openDirectiveStream(signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
}

const SHORT_TIMEOUT_MS = 4_000;
const TRANSFER_TIMEOUT_MS = 15_000;
const MAX_ANSWER_BYTES = 8_000_000;
const MAX_REFUSAL_BYTES = 64_000;

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
  const base = new URL(`/api/v1/stations/${encodeURIComponent(options.stationId)}/`, options.mesUrl);
  const shortMs = options.shortTimeoutMs ?? SHORT_TIMEOUT_MS;
  const transferMs = options.transferTimeoutMs ?? TRANSFER_TIMEOUT_MS;

  async function open(path: string, accept: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("authorization", `Bearer ${options.token}`);
    headers.set("accept", accept);
    try {
      // A redirect is a captive portal's answer; following it would hand the token to a stranger.
      return await fetch(new URL(path, base), { ...init, headers, redirect: "manual" });
    } catch (error) {
      init.signal?.throwIfAborted();
      throw new MesError("network", `${path} did not reach the MES`, { cause: error });
    }
  }

  async function refusal(response: Response): Promise<MesError> {
    return classifyRefusal({
      status: response.status,
      contentType: response.headers.get("content-type") ?? "",
      body: await readBoundedText(response, MAX_REFUSAL_BYTES),
      retryAfter: response.headers.get("retry-after"),
      nowUtc: options.clock.now().atUtc,
    });
  }

  async function exchange<Schema extends z.ZodType>(ask: Exchange<Schema>): Promise<z.infer<Schema>> {
    return await withDeadline(ask.timeoutMs, ask.signal, async (signal) => {
      const response = await open(ask.path, "application/json", { ...bodyOf(ask.json), signal });
      try {
        if (response.status !== 200) throw await refusal(response);
        return parseAnswer(ask, response, await readBoundedText(response, MAX_ANSWER_BYTES));
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof MesError) throw error;
        throw new MesError("network", `${ask.path}: the answer broke off`, { cause: error });
      }
    });
  }

  return {
    handshake: (epoch, signal) =>
      exchange({ path: `handshake?epoch=${epoch}`, schema: handshakeSchema, timeoutMs: shortMs, signal }),
    upload: (batch, signal) =>
      exchange({
        path: "journal",
        schema: acknowledgementSchema,
        timeoutMs: transferMs,
        signal,
        json: { protocolVersion: PROTOCOL_VERSION, ...batch },
      }),
    directives: (after, signal) =>
      exchange({
        path: `directives?after=${after}`,
        schema: rawDirectivePageSchema,
        timeoutMs: transferMs,
        signal,
      }),
    async openDirectiveStream(signal) {
      const opening = (deadline: AbortSignal) => openStream(AbortSignal.any([deadline, signal]));
      return await withDeadline(shortMs, signal, opening);
    },
  };

  async function openStream(signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const response = await open("stream", "text/event-stream", { signal });
    if (response.status !== 200) throw await refusal(response);
    const contentType = response.headers.get("content-type") ?? "";
    if (response.body === null || !/^text\/event-stream\s*(;|$)/i.test(contentType)) {
      await response.body?.cancel();
      throw new MesError("not-mes", `The directive stream came as "${contentType}"`);
    }
    return response.body;
  }
}

function bodyOf(json: unknown): RequestInit {
  if (json === undefined) return { method: "GET" };
  return { method: "POST", body: JSON.stringify(json), headers: { "content-type": "application/json" } };
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
