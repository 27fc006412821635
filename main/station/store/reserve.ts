import { closeSync, existsSync, fsyncSync, openSync, rmSync, statfsSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** Room for a sign-out, cursors and a long sync backlog after the disk is full. */
const RESERVE_BYTES = 8 * 1024 * 1024;

/** Free room beyond the reserve before it is held again, so that bookings do not fail right after. */
const MARGIN_BYTES = 1024 * 1024;

/**
 * Disk space held back by a file of zeros (fault D1). When the disk is full it is given up, so that signing out and
 * syncing still work; bookings are refused until there is room to hold it again.
 */
export interface Reserve {
  /** @returns false when the disk has no room for it */
  hold(): boolean;
  release(): void;
  isHeld(): boolean;
}

export function reserveAt(path: string, bytes: number = RESERVE_BYTES): Reserve {
  const isHeld = (): boolean => existsSync(path) && statSync(path).size === bytes;
  const release = (): void => rmSync(path, { force: true });
  return {
    isHeld,
    release,
    hold() {
      if (isHeld()) return true;
      // Asked before every booking while the disk is full: it must not write megabytes each time only to fail.
      if (freeBytes(dirname(path)) < bytes + MARGIN_BYTES) return false;
      try {
        writeZeros(path, bytes);
        return true;
      } catch (cause) {
        release();
        if (isNoSpace(cause)) return false;
        throw cause;
      }
    },
  };
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function writeZeros(path: string, bytes: number): void {
  const file = openSync(path, "w", 0o600);
  try {
    const zeros = Buffer.alloc(1024 * 1024);
    for (let written = 0; written < bytes; ) {
      written += writeSync(file, zeros, 0, Math.min(zeros.length, bytes - written));
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

export function isNoSpace(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
}
