import type { RollupUpload } from "../../../shared/protocol/signal-messages.ts";

/** How far the roll-ups have been sent. Begins with what the MES says and moves on with each upload it takes. */
export interface RollupPosition {
  /** The store that `upTo` is about; null: none yet. */
  readonly storeId: string | null;
  /** Everything of the sealed segments up to this one is at the MES. */
  readonly upTo: number;
  /** Up to when the next segment has been sent; null: nothing of it. */
  readonly insideUs: number | null;
  /** Minutes that closed before are sent, as they were then. */
  readonly freshUs: number;
  /** Of the minutes up to here, so many signals are sent already; null: a new span begins. */
  readonly freshPart: { readonly toUs: number; readonly signals: number } | null;
  /** Gaps that ended before are sent. */
  readonly gapsUs: number;
  /** Gaps that were open when they were sent. */
  readonly openGaps: readonly string[];
  /** Older minutes the MES does not keep. */
  readonly keptFromUs: number;
}

/** What one upload carries, without what only the exchange knows. */
export type RollupParcel = Omit<RollupUpload, "protocolVersion" | "afterRevision">;

export interface RollupStep {
  readonly parcel: RollupParcel;
  /** Where sending is once the MES has taken it. */
  readonly next: RollupPosition;
}

/** The signal store as sync sees it. Reading is slow, so it happens elsewhere and is waited for. */
export interface RollupSource {
  /**
   * The next upload, of about `limit` buckets.
   *
   * @returns undefined when there is nothing to send now
   */
  next(position: RollupPosition, limit: number): Promise<RollupStep | undefined>;
  /** The MES has everything up to this segment: retention may now delete it. */
  confirmed(upTo: number): void;
  /** Nothing will be asked for a while. */
  rest(): void;
}
