import { describe, expect, test } from "vitest";
import { stateSpans } from "./state-spans.ts";

const window = { fromMs: 1_000_000, toMs: 2_000_000 };
const machine = { state: "running", sinceUtc: "2026-06-10T08:00:00.000Z" } as const;
const at = (share: number) => window.fromMs + share * 1_000_000;

describe("states over a window", () => {
  test("without a change it is what the machine does now", () => {
    expect(stateSpans({ ...window, states: [] }, machine)).toEqual([{ state: "running", from: 0, to: 1 }]);
  });

  test("the state before the first change is known from that change", () => {
    const states = [
      { atMs: at(0.25), was: "idle", state: "stopped" },
      { atMs: at(0.5), was: "stopped", state: "running" },
    ] as const;
    expect(stateSpans({ ...window, states }, machine)).toEqual([
      { state: "idle", from: 0, to: 0.25 },
      { state: "stopped", from: 0.25, to: 0.5 },
      { state: "running", from: 0.5, to: 1 },
    ]);
  });

  test("a change that began before the window begins with it, and what is too short to see leaves no hole", () => {
    const states = [
      { atMs: window.fromMs - 60_000, was: "idle", state: "running" },
      { atMs: at(0.5), was: "running", state: "stopped" },
      { atMs: at(0.5) + 1, was: "stopped", state: "running" },
    ] as const;
    expect(stateSpans({ ...window, states }, machine)).toEqual([{ state: "running", from: 0, to: 1 }]);
  });
});
