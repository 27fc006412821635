import { describe, expect, test } from "vitest";
import {
  FIRST_START,
  type StationDeath,
  type StationNews,
  type StationOrder,
  type Supervision,
  supervise,
} from "./station-supervisor.ts";

const CONNECTION = { url: "ws://127.0.0.1:4000", token: "t" };
const REFUSAL = { refused: "station.json cannot be used", hint: "Mend it" };

const ready: StationNews = { kind: "ready", connection: CONNECTION };
const pauseOver: StationNews = { kind: "pause-over" };
const tryAgain: StationNews = { kind: "try-again" };
const quit: StationNews = { kind: "quit" };

function diedAt(atMs: number, refusal: StationDeath["refusal"] = null): StationNews {
  return { kind: "ended", death: { atMs, random: 0.5, lastWords: "boom", refusal } };
}

function hearing(...news: StationNews[]): { supervision: Supervision; orders: StationOrder[] } {
  let { supervision } = FIRST_START;
  const orders: StationOrder[] = [];
  for (const piece of news) {
    const step = supervise(supervision, piece);
    supervision = step.supervision;
    orders.push(step.order);
  }
  return { supervision, orders };
}

/** The station starts, and dies at each of these times. */
function diesAt(...timesMs: number[]): StationNews[] {
  return timesMs.flatMap((atMs) => [diedAt(atMs), pauseOver]);
}

describe("a station that runs", () => {
  test("is spawned at once and ready when it says so", () => {
    expect(FIRST_START.order).toBe("spawn");
    expect(hearing(ready).supervision.phase).toEqual({ kind: "ready", connection: CONNECTION });
  });

  test("P7 is started again after a pause when it dies", () => {
    const { supervision, orders } = hearing(ready, diedAt(1_000), pauseOver);
    expect(orders).toEqual([null, "pause", "spawn"]);
    expect(supervision.phase).toEqual({ kind: "starting" });
  });

  test("P7 pauses grow with the deaths of the last two minutes, and begin below a second", () => {
    const pauses = [0, 1, 2, 3].map((deaths) => {
      const earlier = Array.from({ length: deaths }, (_, index) => index * 1_000);
      const { phase } = hearing(...diesAt(...earlier), diedAt(10_000)).supervision;
      return phase.kind === "pausing" ? phase.delayMs : Number.NaN;
    });
    expect(pauses).toEqual([150, 300, 600, 1_200]);
  });
});

describe("a station that cannot run", () => {
  test("P7 is given up after five deaths in two minutes, with its last words", () => {
    const { supervision, orders } = hearing(...diesAt(0, 1_000, 2_000, 3_000), diedAt(119_000));
    expect(supervision.phase).toEqual({ kind: "given-up", lastWords: "boom" });
    expect(orders.at(-1)).toBeNull();
  });

  test("P7 is not given up when the five deaths took longer", () => {
    const { supervision } = hearing(...diesAt(0, 1_000, 2_000, 3_000), diedAt(120_000));
    expect(supervision.phase.kind).toBe("pausing");
  });

  test("P7 gets five new tries when a person asks for one", () => {
    const { supervision, orders } = hearing(...diesAt(0, 1, 2, 3), diedAt(4), tryAgain);
    expect(orders.at(-1)).toBe("spawn");
    expect(supervision).toEqual({ phase: { kind: "starting" }, deathsMs: [], wasRefused: true });
  });

  test("P8 a refusal is asked once more after the time its predecessor needs to end", () => {
    const { supervision, orders } = hearing(diedAt(0, REFUSAL));
    expect(supervision.phase).toEqual({ kind: "pausing", delayMs: 4_000 });
    expect(orders).toEqual(["pause"]);
  });

  test("P7 the second refusal is put before a person, without a loop", () => {
    const { supervision, orders } = hearing(diedAt(0, REFUSAL), pauseOver, diedAt(4_100, REFUSAL));
    expect(supervision.phase).toEqual({ kind: "refused", refusal: REFUSAL });
    expect(orders.at(-1)).toBeNull();
    expect(supervise(supervision, pauseOver).order).toBeNull();
  });

  test("P7 after a person tried again, a refusal is shown at once", () => {
    const asked = [diedAt(0, REFUSAL), pauseOver, diedAt(4_100, REFUSAL), tryAgain];
    expect(hearing(...asked, diedAt(9_000, REFUSAL)).supervision.phase.kind).toBe("refused");
  });

  test("P8 a station that did start in between is asked once more again", () => {
    const { supervision } = hearing(diedAt(0, REFUSAL), pauseOver, ready, diedAt(90_000, REFUSAL));
    expect(supervision.phase.kind).toBe("pausing");
  });
});

describe("the end", () => {
  test.each([
    ["starting", []],
    ["ready", [ready]],
  ])("a station that is %s is let go, and its end is not a death", (_phase, before) => {
    const { supervision, orders } = hearing(...before, quit, diedAt(5));
    expect(orders).toContain("let-go");
    expect(supervision.phase).toEqual({ kind: "stopped" });
  });

  test.each([
    ["pausing", [diedAt(0)]],
    ["given up", [...diesAt(0, 1, 2, 3), diedAt(4)]],
    ["refused", [diedAt(0, REFUSAL), pauseOver, diedAt(5_000, REFUSAL)]],
  ])("where it is %s there is nothing to wait for, and nothing starts any more", (_phase, before) => {
    const { supervision } = hearing(...before, quit, pauseOver, tryAgain);
    expect(supervision.phase).toEqual({ kind: "stopped" });
  });
});

test("news that does not fit the phase changes nothing", () => {
  const states = [[], [ready], [diedAt(0)], [...diesAt(0, 1, 2, 3), diedAt(4)], [ready, quit]];
  const unfitting = [
    [pauseOver, tryAgain],
    [pauseOver, tryAgain, ready],
    [ready, tryAgain],
    [pauseOver, ready, diedAt(9)],
    [ready, quit, pauseOver],
  ];
  for (const [index, before] of states.entries()) {
    const { supervision } = hearing(...before);
    for (const news of unfitting[index] ?? []) {
      expect(supervise(supervision, news)).toEqual({ supervision, order: null });
    }
  }
});
