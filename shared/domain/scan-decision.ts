import type { Instant } from "../lib/clock.ts";
import type { Draft } from "./event.ts";
import type { Known } from "./known.ts";
import { nobodyRefusal } from "./people/signed-in.ts";
import type { ScanOutcome, ScanVerdict } from "./scan-outcome.ts";

export interface ScanChoice {
  readonly label: "pause-and-start" | "finish-and-start" | "run-together" | "show-only";
  readonly jobOrderId: string;
}

/** What a scan leads to: the verdict of UX §1.8 and, for some, events. Nothing else is ever booked from a scan. */
export interface ScanDecision {
  readonly verdict: ScanVerdict;
  readonly outcome: ScanOutcome;
  readonly details: Readonly<Record<string, string>>;
  readonly choices: readonly ScanChoice[];
  readonly drafts: readonly Draft[];
  /** Person who is the actor when the scan itself is the proof (badge). */
  readonly actor: string | null;
}

export interface ScanContext {
  readonly at: Instant;
  readonly personActive: boolean;
  /** Where the scan was made: an order of another work unit does not start here. */
  readonly workUnit: string;
  /** When the master data was last confirmed with the MES; null or left out: never. */
  readonly dataOfUtc?: string | null;
}

/** Why a scan leads to nothing while nobody may book: somebody is still signed in whose rights have ended, or nobody is. */
export function nobodyMayScan(known: Known, details: Readonly<Record<string, string>>): ScanDecision {
  const { code, details: who } = nobodyRefusal(known);
  return code === "rights-ended"
    ? scanDecision("blocked", "rights-ended", { details: { ...details, ...who } })
    : scanDecision("blocked", "sign-in-first", { details });
}

export function scanDecision(
  verdict: ScanVerdict,
  outcome: ScanOutcome,
  rest: Partial<Omit<ScanDecision, "verdict" | "outcome">> = {},
): ScanDecision {
  return { verdict, outcome, details: {}, choices: [], drafts: [], actor: null, ...rest };
}
