import type { StationMemory } from "./memory.ts";

export interface StorageGuardOptions {
  readonly memory: StationMemory;
  readonly reserve: { hold(): boolean; release(): void };
  readonly isFull: (error: unknown) => boolean;
  readonly log: { warn(fields: object, message: string): void };
}

/**
 * What a full disk means for whom (fault D1): bookings are refused until there is room again; what must go on (leaving,
 * cursors of the sync, master data) may use up the reserve.
 */
export interface StorageGuard {
  /** False while the disk is full. Looks each time whether there is room again. */
  hasRoom(): boolean;
  /** A write found the disk full: the reserve is given up. */
  foundFull(error: unknown): void;
  /** Runs a write that may use the reserve: once more if it found the disk full. @throws what the write throws */
  inReserve<Value>(write: () => Value): Value;
}

export function createStorageGuard(options: StorageGuardOptions): StorageGuard {
  const { memory, reserve, isFull, log } = options;
  const foundFull = (error: unknown): void => {
    if (!memory.storageFull)
      log.warn({ err: error }, "Disk full: the reserve is given up for sign-out and sync");
    memory.storageFull = true;
    reserve.release();
  };
  return {
    foundFull,
    hasRoom() {
      if (memory.storageFull && reserve.hold()) memory.storageFull = false;
      return !memory.storageFull;
    },
    inReserve(write) {
      try {
        return write();
      } catch (error) {
        if (!isFull(error)) throw error;
        foundFull(error);
        return write();
      }
    },
  };
}
