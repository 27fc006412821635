import { describe, expect, test } from "vitest";
import { type Sleep, WakeSignal } from "./wake-signal.ts";

/** Sleeps until told to wake; time itself never passes. */
const forever: Sleep = (_ms, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
const atOnce: Sleep = () => Promise.resolve();
const never = new AbortController().signal;

describe("WakeSignal", () => {
  test("I-17 a call before the wait is not lost", async () => {
    const wake = new WakeSignal();
    wake.raise();
    expect(await wake.wait(1000, forever, never)).toBe(true);
  });

  test("I-17 a call during the wait ends it, and counts once", async () => {
    const wake = new WakeSignal();
    const waiting = wake.wait(1000, forever, never);
    wake.raise();
    wake.raise();
    expect(await waiting).toBe(true);
    expect(await wake.wait(1000, atOnce, never)).toBe(false);
  });

  test("a fired signal ends every wait", async () => {
    const wake = new WakeSignal();
    const stopping = new AbortController();
    const waiting = wake.wait(1000, forever, stopping.signal);
    stopping.abort();
    expect(await waiting).toBe(false);
    expect(await wake.wait(1000, forever, stopping.signal)).toBe(false);
  });
});
