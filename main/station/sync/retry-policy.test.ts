import { describe, expect, test } from "vitest";
import { type MesErrorCode, mesErrorCodes } from "./mes-error.ts";
import { type Failure, LONGEST_WAIT_MS, nextStep } from "./retry-policy.ts";

const failure = (code: MesErrorCode, more: Partial<Failure> = {}): Failure => ({
  code,
  retryAfterMs: undefined,
  attempt: 1,
  sentEvents: 0,
  random: 0.5,
  ...more,
});

/** Longest pause after many failures, over the range of the random source. */
function longestPauseMs(code: MesErrorCode): number {
  const pauses = [0, 0.5, 0.999].map((random) => {
    const step = nextStep(failure(code, { attempt: 50, random }));
    return step.kind === "retry" ? step.delayMs : 0;
  });
  return Math.max(...pauses);
}

describe("nextStep", () => {
  test("I-17 every class but a fork ends in another attempt", () => {
    const kinds = mesErrorCodes.map((code) => [code, nextStep(failure(code)).kind]);
    expect(kinds.filter(([, kind]) => kind !== "retry")).toEqual([["fork", "stop"]]);
  });

  test.each(mesErrorCodes)("I-18 %s never waits longer than 60 s", (code) => {
    expect(longestPauseMs(code)).toBeLessThanOrEqual(LONGEST_WAIT_MS);
  });

  test.each(["network", "timeout", "not-mes", "wrong-ack", "gap", "server"] as const)(
    "I-17 %s leaves room to drain within 10 s of healing",
    (code) => {
      expect(longestPauseMs(code)).toBeLessThanOrEqual(8_000);
    },
  );

  test("I-18 the pause grows with the failures and is spread", () => {
    const at = (attempt: number, random: number) => nextStep(failure("network", { attempt, random }));
    expect([at(1, 0), at(2, 0), at(3, 0), at(3, 0.999)]).toEqual([
      { kind: "retry", delayMs: 125, trouble: null },
      { kind: "retry", delayMs: 250, trouble: null },
      { kind: "retry", delayMs: 500, trouble: null },
      { kind: "retry", delayMs: 1000, trouble: null },
    ]);
  });

  test("N5 401 and 403 need someone and are asked slowly", () => {
    for (const code of ["unauthorized", "forbidden"] as const)
      expect(nextStep(failure(code, { random: 0 }))).toEqual({
        kind: "retry",
        delayMs: 30_000,
        trouble: "unauthorized",
      });
  });

  test("N5 429 and 503 wait as long as they are told, and up to a second more", () => {
    for (const code of ["too-many-requests", "server"] as const)
      expect(nextStep(failure(code, { retryAfterMs: 20_000 }))).toMatchObject({ delayMs: 20_500 });
    expect(nextStep(failure("server", { retryAfterMs: 3_600_000 }))).toMatchObject({
      delayMs: LONGEST_WAIT_MS,
    });
  });

  test("N5 a gap is answered by a handshake at once, a repeated one with a pause", () => {
    expect(nextStep(failure("gap"))).toMatchObject({ kind: "retry", delayMs: 0 });
    expect(nextStep(failure("gap", { attempt: 2 }))).toMatchObject({ delayMs: 375 });
  });

  test.each(["too-large", "bad-request"] as const)("I-18 %s halves the batch down to one event", (code) => {
    const limits = [500, 250, 3, 2].map((sentEvents) => nextStep(failure(code, { sentEvents })));
    expect(limits).toEqual([250, 125, 1, 1].map((batchLimit) => ({ kind: "split", batchLimit })));
    expect(nextStep(failure(code, { sentEvents: 1 }))).toMatchObject({ kind: "retry", trouble: "rejected" });
  });

  test("N4 a batch that took too long is halved after the pause", () => {
    expect(nextStep(failure("timeout", { sentEvents: 500 }))).toMatchObject({
      kind: "retry",
      batchLimit: 250,
    });
    expect(nextStep(failure("timeout", { sentEvents: 1 }))).not.toHaveProperty("batchLimit");
  });

  test("I-7 a fork stops", () => {
    expect(nextStep(failure("fork"))).toEqual({ kind: "stop", trouble: "fork" });
  });
});
