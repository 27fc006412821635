import { expect, test } from "vitest";
import { GapTracker } from "./gap-tracker.ts";

test("U2 a gap runs from the last word of the machine to the first value after", () => {
  const gaps = new GapTracker();
  gaps.heardValues("T1");
  gaps.heardNothingNew("T2");
  gaps.interrupted("session-lost");
  expect(gaps.heardValues("T5")).toEqual({ fromUtc: "T2", toUtc: "T5", cause: "session-lost" });
  expect(gaps.heardValues("T6")).toBeUndefined();
});

test("U2 a keep-alive after the interruption neither ends nor shortens the gap", () => {
  const gaps = new GapTracker();
  gaps.heardValues("T1");
  gaps.interrupted("connection-lost");
  gaps.heardNothingNew("T2");
  expect(gaps.heardValues("T3")).toEqual({ fromUtc: "T1", toUtc: "T3", cause: "connection-lost" });
});

test("U2 the first cause is kept: what follows is its consequence", () => {
  const gaps = new GapTracker();
  gaps.heardValues("T1");
  gaps.interrupted("collector-restarted");
  gaps.interrupted("session-lost");
  expect(gaps.heardValues("T2")?.cause).toBe("collector-restarted");
});

test("U2 before the machine was heard at all there is no gap", () => {
  const gaps = new GapTracker();
  gaps.interrupted("collector-restarted");
  gaps.heardNothingNew("T1");
  expect(gaps.heardValues("T2")).toBeUndefined();
});
