import { createParser } from "eventsource-parser";
import { MesError } from "./mes-error.ts";
import { nextStep, SLOW_RETRY_MS } from "./retry-policy.ts";
import type { SyncParts } from "./sync-parts.ts";

export interface DirectiveStreamOptions {
  readonly signal: AbortSignal;
  /** The stream is open, or the MES pushed a message: there may be something new. */
  readonly onPush: () => void;
}

/** The MES sends a comment more often than this; a silent stream is a dead one that nobody told us of. */
const SILENCE_MS = 45_000;
const MAX_MESSAGE_CHARS = 64_000;

/**
 * Keeps the push channel (SSE) open until the signal fires. It only says "look again": what is new is pulled, so a
 * lost or forged push changes nothing.
 */
export async function followDirectiveStream(
  parts: SyncParts,
  options: DirectiveStreamOptions,
): Promise<void> {
  let failures = 0;
  while (!options.signal.aborted) {
    try {
      await readStream(parts, options, () => {
        failures = 0;
      });
    } catch (error) {
      if (options.signal.aborted) return;
      if (!(error instanceof MesError)) throw error;
      failures += 1;
      await parts.sleep(pauseAfter(parts, error, failures), options.signal);
    }
  }
}

/** @throws MesError always: a stream that ended, in whatever way, is to be opened again after a pause */
async function readStream(
  parts: SyncParts,
  { signal, onPush }: DirectiveStreamOptions,
  onMessage: () => void,
): Promise<never> {
  const ending = new AbortController();
  const stream = await parts.client.openDirectiveStream(AbortSignal.any([signal, ending.signal]));
  const chunks = stream[Symbol.asyncIterator]();
  const parser = createParser({
    maxBufferSize: MAX_MESSAGE_CHARS,
    onEvent: () => {
      onMessage();
      onPush();
    },
  });
  onPush();
  try {
    const decoder = new TextDecoder();
    for (;;) parser.feed(decoder.decode(await nextChunk(parts, chunks), { stream: true }));
  } catch (error) {
    throw error instanceof MesError
      ? error
      : new MesError("network", "Directive stream broke", { cause: error });
  } finally {
    ending.abort();
  }
}

async function nextChunk(parts: SyncParts, chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const arrived = new AbortController();
  const reading = chunks.next().finally(() => arrived.abort());
  const silence = parts.sleep(SILENCE_MS, arrived.signal).then(() => undefined);
  const chunk = await Promise.race([reading, silence]);
  if (chunk === undefined) throw new MesError("timeout", "The directive stream fell silent");
  if (chunk.done) throw new MesError("network", "The MES ended the directive stream");
  return chunk.value;
}

function pauseAfter(parts: SyncParts, error: MesError, attempt: number): number {
  const { code, retryAfterMs } = error;
  const step = nextStep({ code, retryAfterMs, attempt, sentEvents: 0, random: parts.random() });
  return step.kind === "retry" ? step.delayMs : SLOW_RETRY_MS;
}
