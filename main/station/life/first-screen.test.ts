import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { watchFirstScreen } from "./first-screen.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Whether what waits for the first screen may begin, asked after so many milliseconds. */
async function isServedAfter(served: Promise<void>, waitMs: number): Promise<boolean> {
  let isServed = false;
  void served.then(() => {
    isServed = true;
  });
  await vi.advanceTimersByTimeAsync(waitMs);
  return isServed;
}

describe("what may wait for the first screen", () => {
  test("begins when the first screen had time to paint, counted from its first model", async () => {
    const { screen, served } = watchFirstScreen(() => "model");
    await vi.advanceTimersByTimeAsync(900);
    expect(screen()).toBe("model");
    expect(await isServedAfter(served, 240)).toBe(false);
    expect(screen()).toBe("model"); // a later model does not put it off again
    expect(await isServedAfter(served, 10)).toBe(true);
  });

  test("begins after a second when there is no screen", async () => {
    const { served } = watchFirstScreen(() => "model");
    expect(await isServedAfter(served, 990)).toBe(false);
    expect(await isServedAfter(served, 10)).toBe(true);
  });
});
