import type { LocalizedText } from "../domain/people/localized-text.ts";

/** What was active around the beginning of a stop, in the machine's words. */
export interface CauseView {
  readonly name: string;
  readonly text: string;
}

export interface CurrentStopView {
  readonly stopId: string;
  readonly sinceUtc: string;
  /** Nobody knows what the machine does; a person may say it. */
  readonly isNoData: boolean;
  readonly causes: readonly CauseView[];
  readonly reason: LocalizedText | null;
  /** Longer than a micro-stop and without a reason: the question opens by itself. */
  readonly asksReason: boolean;
  /** At most three, the likeliest first. */
  readonly likely: readonly LikelyReason[];
}

export interface LikelyReason {
  readonly reasonCode: string;
  readonly name: LocalizedText;
  /** How often it was given before; null: never, it is the catalogue's own order. */
  readonly evidence: ReasonEvidence | null;
}

/** So many `times` of the last `of` stops with a reason, under the same alarm or of all. */
export interface ReasonEvidence {
  readonly basis: "same-alarm" | "all-stops";
  readonly times: number;
  readonly of: number;
}
