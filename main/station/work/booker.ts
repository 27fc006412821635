import type { Actor, Draft } from "../../../shared/domain/event.ts";
import { type Refusal, refusal } from "../../../shared/domain/refusal.ts";
import { accept, type Result, refuse } from "../../../shared/lib/result.ts";
import type { Recorder, Recording } from "../record/recorder.ts";
import type { StationMemory } from "./memory.ts";

/** What must follow when a write fails. */
export type WriteFault = "full" | "suspect";

export interface BookerOptions {
  readonly recorder: Recorder;
  readonly memory: StationMemory;
  readonly reserve: { hold(): boolean; release(): void };
  /** Sorts a thrown error; undefined: not about storage, goes on up. */
  readonly writeFault: (error: unknown) => WriteFault | undefined;
  /** The data can no longer be trusted: log, answer what is open, end the process, verify at the next start (D3). */
  readonly distrust: (error: unknown) => void;
  readonly log: { warn(fields: object, message: string): void };
}

export interface BookingOrigin {
  readonly intentId: string;
  readonly actor: Actor;
}

/**
 * Records, and turns a full or failing disk into a refusal that the person sees. "Saved" is never said without a commit,
 * and after a failed flush nothing is tried again (fault D3: the kernel has dropped those pages).
 */
export interface Booker {
  book(drafts: readonly Draft[], origin: BookingOrigin): Result<Recording | undefined, Refusal>;
}

export function createBooker(options: BookerOptions): Booker {
  const { recorder, memory, reserve } = options;
  return {
    book(drafts, origin) {
      if (memory.storageFull && !reserve.hold()) return refuse(refusal("storage-full"));
      memory.storageFull = false;
      try {
        return accept(recorder.record(drafts, origin));
      } catch (error) {
        return refuse(refusalFor(error, options));
      }
    },
  };
}

function refusalFor(error: unknown, options: BookerOptions): Refusal {
  switch (options.writeFault(error)) {
    case "full":
      options.memory.storageFull = true;
      options.reserve.release();
      options.log.warn({ err: error }, "Disk full: booking refused, reserve given up for sign-out and sync");
      return refusal("storage-full");
    case "suspect":
      options.distrust(error);
      return refusal("storage-failed");
    case undefined:
      throw error;
  }
}
