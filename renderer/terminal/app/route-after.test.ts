import { describe, expect, test } from "vitest";
import { answersSheet, routeAfterPeople, routeAfterScan } from "./route-after.ts";

describe("where a scan leads", () => {
  test("an order that is started or at work already opens the run screen, a lot stays", () => {
    expect(routeAfterScan("order-started", "home")).toBe("run");
    expect(routeAfterScan("order-shown", "home")).toBe("run");
    expect(routeAfterScan("lot-loaded", "home")).toBeNull();
    expect(routeAfterScan("code-unknown", "home")).toBeNull();
  });
});

test("MA-7 a lot that was loaded by a scan closes the question whether to load another one in spite of a rule", () => {
  const question = { kind: "override", lotId: "70001", rule: "older-first" } as const;
  expect(answersSheet({ outcome: "lot-loaded" }, question)).toBe(true);
  expect(answersSheet({ outcome: "lot-older-first" }, question)).toBe(false);
  expect(answersSheet({ outcome: "lot-loaded" }, { kind: "scrap" })).toBe(false);
});

describe("UX 6.21 where people lead", () => {
  test("the last one leaving asks for the next", () => {
    expect(routeAfterPeople(1, 0, "run")).toBe("sign-in");
    expect(routeAfterPeople(2, 1, "run")).toBeNull();
  });

  test("a badge whose owner's rights had ended leads home from the names, and nowhere from a screen in use", () => {
    expect(routeAfterScan("signed-in", "sign-in")).toBe("home");
    expect(routeAfterScan("signed-in", "quality")).toBeNull();
    expect(routeAfterScan("rights-ended", "run")).toBeNull();
  });

  test("signing in leads home and never takes a screen in use away", () => {
    expect(routeAfterPeople(0, 1, "sign-in")).toBe("home");
    expect(routeAfterPeople(1, 2, "quality")).toBeNull();
  });
});
