import { backoffMs } from "../../shared/lib/backoff.ts";

/**
 * Watches whether the page shows anything (P6). Pure; it counts its own ticks instead of comparing clocks, so that a
 * machine that slept for the night is not taken for a page that hung.
 */
export interface ScreenWatch {
  readonly phase: "loading" | "shown" | "ending" | "pausing" | "resting";
  readonly ticksWithoutSign: number;
  /** Ticks at which the page failed, of the last two minutes. */
  readonly failures: readonly number[];
  readonly tick: number;
}

export type ScreenNews =
  | { readonly kind: "alive" }
  /** A page that is loaded beats only once the station has given it something to show. */
  | { readonly kind: "tick"; readonly isStationReady: boolean }
  /** The page's process is gone, or the page could not be loaded. */
  | { readonly kind: "failed"; readonly random: number }
  | { readonly kind: "pause-over" }
  /** The shell itself loads the page anew: after a try-again, or for a new address of the station. */
  | { readonly kind: "load" }
  /** The shell shows its own page, which gives no signs. */
  | { readonly kind: "rest" };

export type ScreenOrder =
  | { readonly kind: "end-page" }
  | { readonly kind: "pause"; readonly delayMs: number }
  | { readonly kind: "load" }
  | { readonly kind: "give-up" }
  | null;

export interface ScreenStep {
  readonly watch: ScreenWatch;
  readonly order: ScreenOrder;
}

export const TICK_MS = 2_000;
/** The screen beats once per tick from its first paint on. */
const MISSED_BEATS = 3;
/** A cold start on a slow panel PC with a busy disk. */
const LOADING_TICKS = 15;
const FAILURES_WINDOW_TICKS = 60;
const MOST_FAILURES = 5;
const PAUSE = { firstMs: 100, longestMs: 5_000 };

export const FIRST_LOAD: ScreenWatch = { phase: "loading", ticksWithoutSign: 0, failures: [], tick: 0 };

export function watchScreen(watch: ScreenWatch, news: ScreenNews): ScreenStep {
  switch (news.kind) {
    case "alive":
      return onAlive(watch);
    case "tick":
      return onTick({ ...watch, tick: watch.tick + 1 }, news.isStationReady);
    case "failed":
      return onFailed(watch, news.random);
    case "pause-over":
      return watch.phase === "pausing" ? load(watch) : { watch, order: { kind: "load" } };
    case "load":
      return load(watch.phase === "resting" ? { ...watch, failures: [] } : watch);
    case "rest":
      return stay({ ...watch, phase: "resting" });
  }
}

function onAlive(watch: ScreenWatch): ScreenStep {
  const isPageUp = watch.phase === "loading" || watch.phase === "shown";
  return stay(isPageUp ? { ...watch, phase: "shown", ticksWithoutSign: 0 } : watch);
}

/** A page that hangs cannot be asked to reload; its process is ended, and "failed" is heard of that. */
function onTick(watch: ScreenWatch, isStationReady: boolean): ScreenStep {
  const isExpectedToBeat = watch.phase === "shown" || (watch.phase === "loading" && isStationReady);
  if (!isExpectedToBeat) return stay(watch);
  const ticksWithoutSign = watch.ticksWithoutSign + 1;
  const limit = watch.phase === "shown" ? MISSED_BEATS : LOADING_TICKS;
  if (ticksWithoutSign <= limit) return stay({ ...watch, ticksWithoutSign });
  return { watch: { ...watch, phase: "ending", ticksWithoutSign }, order: { kind: "end-page" } };
}

function onFailed(watch: ScreenWatch, random: number): ScreenStep {
  if (watch.phase === "pausing") return stay(watch);
  if (watch.phase === "resting") return { watch, order: { kind: "pause", delayMs: PAUSE.longestMs } };
  const failures = [...watch.failures, watch.tick].filter(
    (tick) => watch.tick - tick < FAILURES_WINDOW_TICKS,
  );
  if (failures.length >= MOST_FAILURES) {
    return { watch: { ...watch, phase: "resting", failures }, order: { kind: "give-up" } };
  }
  const delayMs = backoffMs(failures.length, random, PAUSE);
  return { watch: { ...watch, phase: "pausing", failures }, order: { kind: "pause", delayMs } };
}

function load(watch: ScreenWatch): ScreenStep {
  return { watch: { ...watch, phase: "loading", ticksWithoutSign: 0 }, order: { kind: "load" } };
}

function stay(watch: ScreenWatch): ScreenStep {
  return { watch, order: null };
}
