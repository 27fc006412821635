import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fixture } from "../fixtures/fixtures.ts";
import { firstModel } from "./first-model.ts";
import type { LinkState } from "./station-link.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const connecting: LinkState = { link: "connecting", sinceMs: 0, model: null };

function linkInHand() {
  let state = connecting;
  const listeners = new Set<() => void>();
  return {
    listeners,
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(next: LinkState) {
      state = next;
      for (const listener of listeners) listener();
    },
  };
}

async function isSettled(promise: Promise<void>, afterMs: number): Promise<boolean> {
  let isDone = false;
  void promise.then(() => {
    isDone = true;
  });
  await vi.advanceTimersByTimeAsync(afterMs);
  return isDone;
}

describe("waiting for the first model", () => {
  test("ends with the model, not with other news, and then listens no more", async () => {
    const link = linkInHand();
    const first = firstModel(link, 300);
    link.change({ ...connecting, sinceMs: 1 });
    expect(await isSettled(first, 0)).toBe(false);
    link.change({ link: "live", sinceMs: 2, model: fixture("normal", "en") });
    expect(await isSettled(first, 0)).toBe(true);
    expect(link.listeners.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("ends at once when the model is there already", async () => {
    const link = linkInHand();
    link.change({ link: "live", sinceMs: 2, model: fixture("normal", "en") });
    expect(await isSettled(firstModel(link, 300), 0)).toBe(true);
  });

  test("ends without one in time, so that the page can say that it is connecting", async () => {
    const link = linkInHand();
    const first = firstModel(link, 300);
    expect(await isSettled(first, 299)).toBe(false);
    expect(await isSettled(first, 1)).toBe(true);
    expect(link.listeners.size).toBe(0);
  });
});
