import type { SyncTrouble } from "../../../shared/screen/sync-trouble.ts";
import type { MeasuredOffset } from "./mes-offset.ts";
import type { RefusedDirective } from "./validate-directive.ts";

/** What the screen is told about the way to the MES. */
export interface SyncStatus {
  /** "stopped": nothing is sent until a person has acted. */
  readonly state: "offline" | "sending" | "up-to-date" | "stopped";
  /**
   * Why a person must act; null otherwise. "rejected": the MES refuses what this station sends as such (not a single
   * booking; those stand in the verdicts of the outbox).
   */
  readonly trouble: null | Exclude<SyncTrouble, "storage" | "clock">;
  /** Last answer that was certainly the MES's; null since the start of this process: none. */
  readonly lastContactUtc: string | null;
  /** Of the clocks of MES and station; null before the first contact. */
  readonly mesOffset: MeasuredOffset | null;
  /** Newest last, at most 20: what the MES sent down and this station could not use. */
  readonly refusedDirectives: readonly RefusedDirective[];
}

/** Holds the status and tells of every change, once. */
export interface StatusBoard {
  get(): SyncStatus;
  update(change: Partial<SyncStatus>): void;
}

const INITIAL: SyncStatus = {
  state: "offline",
  trouble: null,
  lastContactUtc: null,
  mesOffset: null,
  refusedDirectives: [],
};

export function createStatusBoard(onStatus: (status: SyncStatus) => void): StatusBoard {
  let current = INITIAL;
  return {
    get: () => current,
    update(change) {
      const next = { ...current, ...change };
      if (isSame(current, next)) return;
      current = next;
      onStatus(next);
    },
  };
}

function isSame(left: SyncStatus, right: SyncStatus): boolean {
  return (
    left.state === right.state &&
    left.trouble === right.trouble &&
    left.lastContactUtc === right.lastContactUtc &&
    left.mesOffset === right.mesOffset &&
    left.refusedDirectives === right.refusedDirectives
  );
}
