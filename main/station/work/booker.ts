import type { Actor, Draft, EventType } from "../../../shared/domain/event.ts";
import { type Refusal, refusal } from "../../../shared/domain/refusal.ts";
import { accept, type Result, refuse } from "../../../shared/lib/result.ts";
import type { Recorder, Recording } from "../record/recorder.ts";
import type { StorageGuard } from "./storage-guard.ts";

/** What must follow when a write fails. */
export type WriteFault = "full" | "suspect";

export interface BookerOptions {
  readonly recorder: Recorder;
  readonly storage: StorageGuard;
  /** Sorts a thrown error; undefined: not about storage, goes on up. */
  readonly writeFault: (error: unknown) => WriteFault | undefined;
  /** The data can no longer be trusted: log, answer what is open, end the process, verify at the next start (D3). */
  readonly distrust: (error: unknown) => void;
}

export interface BookingOrigin {
  readonly intentId: string;
  readonly actor: Actor;
}

/**
 * Records, and turns a full or failing disk into a refusal that the person sees. "Saved" is never said without a commit,
 * and after a failed flush nothing is written any more in this run (fault D3: the kernel has dropped those pages).
 */
export interface Booker {
  book(drafts: readonly Draft[], origin: BookingOrigin): Result<Recording | undefined, Refusal>;
  /** A write beside the journal, with the same fate on a full or failing disk. */
  keep(write: () => void): Result<void, Refusal>;
}

/**
 * Nobody is held at a station by its full disk, and nobody keeps rights by it. What a machine said to an acknowledgement that
 * is in the journal is never told otherwise: without it a refusal would look like a success.
 */
const goesOnWhenFull = new Set<EventType>([
  "person.signed-out",
  "person.rights-ended",
  "alarm.acknowledgement-answered",
]);

export function createBooker(options: BookerOptions): Booker {
  const { recorder, storage } = options;
  let isDistrusted = false;

  const refusalFor = (error: unknown): Refusal => {
    switch (options.writeFault(error)) {
      case "full":
        storage.foundFull(error);
        return refusal("storage-full");
      case "suspect":
        isDistrusted = true;
        options.distrust(error);
        return refusal("storage-failed");
      case undefined:
        throw error;
    }
  };

  const attempt = <Value>(write: () => Value, mayUseReserve: boolean): Result<Value, Refusal> => {
    if (isDistrusted) return refuse(refusal("storage-failed"));
    if (!mayUseReserve && !storage.hasRoom()) return refuse(refusal("storage-full"));
    try {
      return accept(mayUseReserve ? storage.inReserve(write) : write());
    } catch (error) {
      return refuse(refusalFor(error));
    }
  };

  return {
    keep: (write) => attempt(write, false),
    book(drafts, origin) {
      const mayUseReserve = drafts.every(({ type }) => goesOnWhenFull.has(type));
      return attempt(() => recorder.record(drafts, origin), mayUseReserve);
    },
  };
}
