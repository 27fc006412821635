import type { LogLevel } from "../devices/device-events.ts";
import { isSignalDamage } from "../store/signals-database.ts";
import { StoreError } from "../store/store-error.ts";
import { nowUs } from "./now-us.ts";
import { beginAnew, openWriter, type WriterParts } from "./open-writer.ts";
import { SignalRecording } from "./signal-recording.ts";

const TICK_MS = 200;
/** Everything is on the disk after a second at most. */
const TICKS_TO_FLUSH = 5;
/** So many are flushed sooner: the flush of a hundred thousand holds the loop for 80 ms. */
const MANY_ROWS = 16_384;
/** Between two turns of the event loop, so that sealing never holds up what arrives. */
const TEND_MS = 10;

export interface Recording {
  readonly sink: SignalRecording;
  /** The MES has the roll-ups of everything up to this segment: they may be cleared away. */
  sent(upTo: number): void;
  close(): void;
}

/**
 * Opens the store of signals and keeps it flushed. A disk that takes nothing is told once, and once more when it does
 * again; meanwhile values wait in memory. A store that turns out to be damaged is put aside and a new one begun.
 *
 * @throws StoreError when another process writes there, or the file is unusable
 */
export function openRecording(parts: WriterParts): Recording {
  let writer = openWriter(parts);
  const sink = new SignalRecording(parts.machines, writer, nowUs);
  let isOpen = true;
  const flushed = toldOnce(parts.log);
  const kept = (work: () => void): boolean => {
    try {
      return flushed(work);
    } catch (failure) {
      if (!isSignalDamage(failure)) throw failure;
      writer.abandon();
      writer = beginAnew(parts, failure);
      sink.moveTo(writer);
      return false;
    }
  };
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
    if (ticks < TICKS_TO_FLUSH && sink.waiting < MANY_ROWS) return;
    ticks = 0;
    if (kept(() => sink.flush())) tend();
  }, TICK_MS);
  const tend = () => {
    if (!isOpen) return;
    let hasMore = false;
    const hasRoom = kept(() => {
      hasMore = writer.tend(TEND_MS);
    });
    if (hasRoom && hasMore) setImmediate(tend);
  };
  return {
    sink,
    sent: (upTo) => void kept(() => writer.markSent(upTo)),
    close() {
      isOpen = false;
      clearInterval(timer);
      kept(() => sink.flush());
      kept(() => writer.close());
    },
  };
}

/** @returns runs work and tells whether it could; says so when that changes. A damaged store is not its matter */
function toldOnce(log: (level: LogLevel, message: string) => void): (work: () => void) => boolean {
  let isFailing = false;
  return (work) => {
    try {
      work();
    } catch (failure) {
      if (!(failure instanceof StoreError) || isSignalDamage(failure)) throw failure;
      if (!isFailing) log("error", `Signals cannot be stored and wait in memory: ${failure.message}`);
      isFailing = true;
      return false;
    }
    if (isFailing) log("info", "Signals are stored again");
    isFailing = false;
    return true;
  };
}
