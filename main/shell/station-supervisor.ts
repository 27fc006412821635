import { backoffMs } from "../../shared/lib/backoff.ts";

/** What the screen needs to speak to the station that runs now. */
export interface StationConnection {
  readonly url: string;
  readonly token: string;
}

/** Why a station that will not start says so itself: a person must act, and trying again changes nothing. */
export interface StationRefusal {
  readonly refused: string;
  readonly hint: string;
}

export type StationPhase =
  | { readonly kind: "starting" }
  | { readonly kind: "ready"; readonly connection: StationConnection }
  | { readonly kind: "pausing"; readonly delayMs: number }
  /** Five deaths in two minutes: more of the same helps nobody (P7). */
  | { readonly kind: "given-up"; readonly lastWords: string }
  | { readonly kind: "refused"; readonly refusal: StationRefusal }
  | { readonly kind: "stopping" }
  | { readonly kind: "stopped" };

export interface Supervision {
  readonly phase: StationPhase;
  /** Times of the deaths of the last two minutes, on the monotonic clock. */
  readonly deathsMs: readonly number[];
  /** Whether the start before this one was refused already. */
  readonly wasRefused: boolean;
}

export interface StationDeath {
  readonly atMs: number;
  /** In [0, 1), for the jitter of the pause. */
  readonly random: number;
  readonly lastWords: string;
  /** Set when the station ended with REFUSED_TO_START and said why. */
  readonly refusal: StationRefusal | null;
}

export type StationNews =
  | { readonly kind: "ready"; readonly connection: StationConnection }
  | { readonly kind: "ended"; readonly death: StationDeath }
  | { readonly kind: "pause-over" }
  | { readonly kind: "try-again" }
  | { readonly kind: "quit" };

/** The one thing to do after a piece of news, if any. */
export type StationOrder = "spawn" | "pause" | "let-go" | null;

export interface SupervisionStep {
  readonly supervision: Supervision;
  readonly order: StationOrder;
}

/** Exit code by which the station says that it refuses to start. */
export const REFUSED_TO_START = 3;

const DEATHS_WINDOW_MS = 120_000;
const MOST_DEATHS = 5;
const PAUSE = { firstMs: 200, longestMs: 10_000 };

/**
 * A station whose shell was killed needs about two seconds to notice and let go of the data (P8). So the first refusal
 * is asked once more, and only the second is put before a person.
 */
const PREDECESSOR_ENDS_MS = 4_000;

export const FIRST_START: SupervisionStep = start({ deathsMs: [], wasRefused: false });

/**
 * Decides what becomes of the station. Pure: clock and randomness come with the news. News that does not fit the phase
 * changes nothing, as a timer and a process may always speak at the same moment.
 */
export function supervise(supervision: Supervision, news: StationNews): SupervisionStep {
  const { phase } = supervision;
  switch (news.kind) {
    case "ready":
      return phase.kind === "starting" ? becomeReady(supervision, news.connection) : stay(supervision);
    case "ended":
      return afterDeath(supervision, news.death);
    case "pause-over":
      return phase.kind === "pausing" ? start(supervision) : stay(supervision);
    case "try-again":
      return phase.kind === "given-up" || phase.kind === "refused"
        ? start({ deathsMs: [], wasRefused: true })
        : stay(supervision);
    case "quit":
      return letGo(supervision);
  }
}

function becomeReady(supervision: Supervision, connection: StationConnection): SupervisionStep {
  return enter({ ...supervision, wasRefused: false }, { kind: "ready", connection });
}

function afterDeath(supervision: Supervision, death: StationDeath): SupervisionStep {
  const { phase } = supervision;
  if (phase.kind === "stopping") return enter(supervision, { kind: "stopped" });
  if (phase.kind !== "starting" && phase.kind !== "ready") return stay(supervision);
  return death.refusal === null ? afterCrash(supervision, death) : afterRefusal(supervision, death.refusal);
}

function afterRefusal(supervision: Supervision, refusal: StationRefusal): SupervisionStep {
  if (supervision.wasRefused) return enter(supervision, { kind: "refused", refusal });
  return pause({ ...supervision, wasRefused: true }, PREDECESSOR_ENDS_MS);
}

function afterCrash(supervision: Supervision, { atMs, random, lastWords }: StationDeath): SupervisionStep {
  const deathsMs = [...supervision.deathsMs, atMs].filter((deathMs) => atMs - deathMs < DEATHS_WINDOW_MS);
  const counted = { ...supervision, deathsMs };
  if (deathsMs.length >= MOST_DEATHS) return enter(counted, { kind: "given-up", lastWords });
  return pause(counted, backoffMs(deathsMs.length, random, PAUSE));
}

/** A station that runs is let go by closing its channel and ends itself; where none runs there is nothing to wait for. */
function letGo(supervision: Supervision): SupervisionStep {
  const isRunning = supervision.phase.kind === "starting" || supervision.phase.kind === "ready";
  if (isRunning) return { ...enter(supervision, { kind: "stopping" }), order: "let-go" };
  return supervision.phase.kind === "stopping" ? stay(supervision) : enter(supervision, { kind: "stopped" });
}

function start(record: Omit<Supervision, "phase">): SupervisionStep {
  return { supervision: { ...record, phase: { kind: "starting" } }, order: "spawn" };
}

function pause(supervision: Supervision, delayMs: number): SupervisionStep {
  return { supervision: { ...supervision, phase: { kind: "pausing", delayMs } }, order: "pause" };
}

function enter(supervision: Supervision, phase: StationPhase): SupervisionStep {
  return { supervision: { ...supervision, phase }, order: null };
}

function stay(supervision: Supervision): SupervisionStep {
  return { supervision, order: null };
}
