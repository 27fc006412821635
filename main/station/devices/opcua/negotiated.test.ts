import { describe, expect, test } from "vitest";
import {
  negotiatedView,
  revisedOf,
  revisedWords,
  type SubscriptionTerms,
  unusableTerms,
} from "./negotiated.ts";

const TERMS: SubscriptionTerms = {
  askedPublishingMs: 250,
  publishingMs: 250,
  keepAliveCount: 8,
  lifetimeCount: 240,
  askedSessionTimeoutMs: 60_000,
  sessionTimeoutMs: 60_000,
};
const YEAR_MS = 365 * 86_400_000;
const asked = { signalId: "count", samplingMs: 250, queueSize: 1_000 };

describe("what a machine makes of what it is asked for", () => {
  test("as asked: nothing to tell", () => {
    const view = negotiatedView(TERMS, revisedOf(asked, { samplingMs: 250, queueSize: 1_000 }));
    expect(view).toMatchObject({ keepAliveMs: 2_000, lifetimeMs: 60_000, revised: [], revisedCount: 0 });
    expect(revisedWords(view)).toBe("");
    expect(unusableTerms(TERMS)).toBeUndefined();
  });

  test("U5 a queue of one is told: a cut would lose values", () => {
    const view = negotiatedView(TERMS, revisedOf(asked, { samplingMs: 250, queueSize: 1 }));
    expect(view.revised).toEqual([{ signalId: "count", what: "queue", asked: 1_000, given: 1 }]);
    expect(revisedWords(view)).toBe("The machine keeps only 1 of 1000 values of count during a cut");
  });

  test("slower sampling, publishing and a shorter session are told; faster and longer are not", () => {
    const slower = { ...TERMS, publishingMs: 1_000, sessionTimeoutMs: 30_000 };
    const view = negotiatedView(slower, revisedOf(asked, { samplingMs: 1_000, queueSize: 2_000 }));
    expect(view.revised.map(({ what }) => what)).toEqual(["publishing", "session-timeout", "sampling"]);
    const faster = { ...TERMS, publishingMs: 100, sessionTimeoutMs: 90_000 };
    expect(negotiatedView(faster, revisedOf(asked, { samplingMs: 50, queueSize: 1_000 })).revised).toEqual(
      [],
    );
    expect(revisedOf({ ...asked, samplingMs: 0 }, { samplingMs: 50, queueSize: 1_000 })).toEqual([]);
  });

  test.each([
    ["a year", YEAR_MS],
    ["no number", Number.NaN],
    ["endless", Number.POSITIVE_INFINITY],
    ["negative", -1],
  ])("U10 publishing revised to %s: no session is kept", (_what, publishingMs) => {
    expect(unusableTerms({ ...TERMS, publishingMs })).toContain("The machine would send only every");
  });

  test("U10 publishing revised to 0 is fast, a sign of life once an hour is none", () => {
    expect(unusableTerms({ ...TERMS, publishingMs: 0 })).toBeUndefined();
    expect(unusableTerms({ ...TERMS, keepAliveCount: 14_400 })).toContain("sign of life");
  });

  test("U10 of thousands of revisions a few are shown, and how many there are", () => {
    const many = Array.from({ length: 2_000 }, () =>
      revisedOf(asked, { samplingMs: 250, queueSize: 1 }),
    ).flat();
    const view = negotiatedView(TERMS, many);
    expect(view.revised).toHaveLength(50);
    expect(view.revisedCount).toBe(2_000);
  });
});
