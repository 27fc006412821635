import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { workedTime } from "../shifts/worked-time.ts";
import { measuredPace, type PaceEvent } from "./measured-pace.ts";
import { measuredTimeLeft, standardTimeLeft } from "./time-left.ts";

const around = workedTime(null);
const began = { kind: "went-on", atMs: 0 } as const;
const made = (atMs: number, pieces = 1): PaceEvent => ({ kind: "made", atMs, pieces });

/** A run of bookings, each some seconds after the one before. */
const run = fc
  .array(fc.record({ ms: fc.integer({ min: 1, max: 600_000 }), pieces: fc.integer({ min: 1, max: 50 }) }), {
    minLength: 5,
    maxLength: 60,
  })
  .map((steps) => {
    let atMs = 0;
    const events: PaceEvent[] = [began];
    for (const { ms, pieces } of steps) {
      atMs += ms;
      events.push(made(atMs, pieces));
    }
    return { events, endMs: atMs };
  });

function paceOf({ events, endMs }: { readonly events: readonly PaceEvent[]; readonly endMs: number }) {
  const pace = measuredPace(events, around, endMs);
  if (pace === null) throw new Error("A run has enough bookings");
  return pace;
}

describe("OR-13 measured pace", () => {
  test("OR-13 even work has its cycle time and no spread", () => {
    const events = [began, ...Array.from({ length: 10 }, (_, index) => made((index + 1) * 48_000))];
    expect(measuredPace(events, around, 480_000)).toEqual({
      ...{ msPerPiece: 48_000, spreadMs: 0, bookings: 10, pieces: 10, sinceLastMs: 0 },
    });
  });

  test("OR-13 boxes of pieces and single pieces of one pace have the same mean", () => {
    const events = [began, made(240_000, 5), made(288_000), made(336_000), made(576_000, 5), made(624_000)];
    expect(measuredPace(events, around, 624_000)).toMatchObject({
      msPerPiece: 48_000,
      spreadMs: 0,
      pieces: 13,
    });
  });

  test("OR-13 a pause is no work, and what was worked before it counts", () => {
    const pause = [
      { kind: "interrupted", atMs: 20_000 } as const,
      { kind: "went-on", atMs: 920_000 } as const,
    ];
    const rest = [948_000, 996_000, 1_044_000, 1_092_000, 1_140_000].map((atMs) => made(atMs));
    expect(measuredPace([began, ...pause, ...rest], around, 1_140_000)).toMatchObject({ msPerPiece: 48_000 });
  });

  test("OR-13 fewer than five bookings are no pace, and nothing is invented", () => {
    const events = [began, made(1_000), made(2_000), made(3_000), made(4_000)];
    expect(measuredPace(events, around, 5_000)).toBeNull();
    expect(measuredPace([], around, 5_000)).toBeNull();
  });
});

describe("OR-13 time left", () => {
  test("OR-13 the range has the median in it and begins at no less than nothing", () => {
    fc.assert(
      fc.property(run, fc.integer({ min: 0, max: 5_000 }), (one, pieces) => {
        const { leastMs, medianMs, mostMs } = measuredTimeLeft(pieces, paceOf(one));
        expect(leastMs).toBeGreaterThanOrEqual(0);
        expect(leastMs).toBeLessThanOrEqual(medianMs);
        expect(medianMs).toBeLessThanOrEqual(mostMs);
      }),
    );
  });

  test("OR-13 more pieces left never end sooner, in the best case neither nor in the worst", () => {
    fc.assert(
      fc.property(run, fc.nat(3_000), fc.nat(300), (one, pieces, more) => {
        const pace = paceOf(one);
        const fewer = measuredTimeLeft(pieces, pace);
        const all = measuredTimeLeft(pieces + more, pace);
        const slackMs = 1e-3; // of floating point
        expect(all.leastMs).toBeGreaterThanOrEqual(fewer.leastMs - slackMs);
        expect(all.medianMs).toBeGreaterThanOrEqual(fewer.medianMs - slackMs);
        expect(all.mostMs).toBeGreaterThanOrEqual(fewer.mostMs - slackMs);
      }),
    );
  });

  test("OR-13 what was worked since the last booking is off, and never more than a booking", () => {
    const events = [began, ...Array.from({ length: 6 }, (_, index) => made((index + 1) * 60_000))];
    const left = (nowMs: number) => {
      const pace = measuredPace(events, around, nowMs);
      return pace === null ? null : measuredTimeLeft(10, pace).medianMs;
    };
    expect(left(360_000)).toBe(600_000);
    expect(left(390_000)).toBe(570_000);
    expect(left(9_000_000)).toBe(540_000);
  });

  test("OR-13 the range is the prediction interval of Hahn and Meeker", () => {
    const pace = { msPerPiece: 100, spreadMs: 20, bookings: 10, pieces: 10, sinceLastMs: 0 };
    const { medianMs, mostMs } = measuredTimeLeft(40, pace);
    expect(medianMs).toBe(4_000);
    // 40 * (100 + 1.383 * 20 * sqrt(1/40 + 1/10)), with t of 9 degrees of freedom.
    expect(mostMs).toBeCloseTo(4_391.17, 1);
  });

  test("OR-13 at the cycle time of master data there is no range", () => {
    expect(standardTimeLeft(10, 48_000)).toEqual({ medianMs: 480_000, leastMs: 480_000, mostMs: 480_000 });
    expect(standardTimeLeft(-3, 48_000).medianMs).toBe(0);
  });
});
