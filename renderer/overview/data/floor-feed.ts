import type { z } from "zod";
import { type FloorPage, floorPageSchema } from "../../../shared/protocol/pages.ts";
import { askMes, floorPath, floorStreamPath, parseAnswer } from "./mes-api.ts";
import type { SourceAnswer } from "./source-state.ts";

/** A stream silent for so long is not believed: a half-open connection looks exactly like a quiet night. */
const SILENCE_MS = 20_000;
const FLOOR: z.ZodType<FloorPage> = floorPageSchema;

/**
 * Keeps the floor page coming: asks for it once, then follows the stream. Whenever the stream breaks or falls silent
 * the same two steps begin again, so what a reconnect missed is never missing on screen.
 *
 * @param take called with each answer, good or bad
 * @returns stops the feed
 */
export function followFloor(take: (answer: SourceAnswer<FloorPage>) => void): () => void {
  const stop = new AbortController();
  let stream: EventSource | null = null;
  let watchdog = 0;
  let heard = 0;

  const rest = (): void => {
    window.clearTimeout(watchdog);
    watchdog = window.setTimeout(begin, SILENCE_MS);
  };
  const hear = (event: MessageEvent<string>): void => {
    heard += 1;
    take(parseAnswer(event.data, FLOOR));
    rest();
  };
  const ask = async (): Promise<void> => {
    const heardBefore = heard;
    const answer = await askMes(floorPath, FLOOR, { signal: stop.signal });
    // A message that came meanwhile is newer than this answer.
    if (!stop.signal.aborted && heard === heardBefore) take(answer);
  };
  const begin = (): void => {
    stream?.close();
    stream = new EventSource(floorStreamPath);
    stream.addEventListener("floor", hear);
    // The browser reconnects by itself; asking tells the reader whether the MES is there, and is the newest state.
    stream.addEventListener("open", () => void ask());
    stream.addEventListener("error", () => void ask());
    rest();
  };
  begin();
  return () => {
    stop.abort();
    stream?.close();
    window.clearTimeout(watchdog);
  };
}
