import { expect, test } from "vitest";
import {
  FIRST_LOAD,
  type ScreenNews,
  type ScreenOrder,
  type ScreenWatch,
  watchScreen,
} from "./screen-watch.ts";

const alive: ScreenNews = { kind: "alive" };
const tick: ScreenNews = { kind: "tick", isStationReady: true };
const tickWithoutStation: ScreenNews = { kind: "tick", isStationReady: false };
const failed: ScreenNews = { kind: "failed", random: 0 };
const pauseOver: ScreenNews = { kind: "pause-over" };
const load: ScreenNews = { kind: "load" };
const rest: ScreenNews = { kind: "rest" };

function hearing(...news: ScreenNews[]): { watch: ScreenWatch; orders: ScreenOrder[] } {
  let watch = FIRST_LOAD;
  const orders: ScreenOrder[] = [];
  for (const piece of news) {
    const step = watchScreen(watch, piece);
    watch = step.watch;
    orders.push(step.order);
  }
  return { watch, orders };
}

function times(count: number, ...items: ScreenNews[]): ScreenNews[] {
  return Array.from({ length: count }, () => items).flat();
}

test("P6 a page that beats once per tick is left alone for ever", () => {
  expect(new Set(hearing(...times(1_000, alive, tick)).orders)).toEqual(new Set([null]));
});

test("P6 three missing beats end the page's process", () => {
  const { orders } = hearing(alive, tick, tick, tick, tick);
  expect(orders.slice(0, 4)).toEqual([null, null, null, null]);
  expect(orders.at(-1)).toEqual({ kind: "end-page" });
});

test("P6 P9 a machine that slept is one tick older, whatever the clock says", () => {
  expect(hearing(alive, tick, alive, tick).watch.ticksWithoutSign).toBe(1);
});

test("P6 a page that never shows anything is ended after half a minute", () => {
  expect(hearing(load, ...times(15, tick)).orders.at(-1)).toBeNull();
  expect(hearing(load, ...times(16, tick)).orders.at(-1)).toEqual({ kind: "end-page" });
});

test("P6 a page that waits for the station is not taken for a dead one, however long the station needs", () => {
  expect(new Set(hearing(...times(100, tickWithoutStation), alive).orders)).toEqual(new Set([null]));
  expect(hearing(...times(100, tickWithoutStation), ...times(16, tick)).orders.at(-1)).toEqual({
    kind: "end-page",
  });
});

test("P6 a page that was shown beats on while the station is away", () => {
  expect(hearing(alive, ...times(4, tickWithoutStation)).orders.at(-1)).toEqual({ kind: "end-page" });
});

test("P6 an ended page is loaded again after a pause that grows", () => {
  const { orders } = hearing(load, failed, pauseOver, failed, pauseOver, failed);
  expect(orders).toEqual([
    { kind: "load" },
    { kind: "pause", delayMs: 50 },
    { kind: "load" },
    { kind: "pause", delayMs: 100 },
    { kind: "load" },
    { kind: "pause", delayMs: 200 },
  ]);
});

test("P6 the fifth failure in two minutes gives the page up", () => {
  const { watch, orders } = hearing(...times(4, failed, pauseOver), failed);
  expect(orders.at(-1)).toEqual({ kind: "give-up" });
  expect(watch.phase).toBe("resting");
});

test("P6 failures of long ago are forgotten", () => {
  const { orders } = hearing(...times(4, failed, pauseOver), ...times(60, alive, tick), failed);
  expect(orders.at(-1)).toEqual({ kind: "pause", delayMs: 50 });
});

test("P6 a person's try-again begins a new count", () => {
  const { watch, orders } = hearing(...times(4, failed, pauseOver), failed, load);
  expect(orders.at(-1)).toEqual({ kind: "load" });
  expect(watch.failures).toEqual([]);
});

test("P6 the shell's own page is not expected to beat, and comes back when its process ends", () => {
  const { watch, orders } = hearing(rest, ...times(100, tick), failed, pauseOver);
  expect(orders.slice(0, -2).every((order) => order === null)).toBe(true);
  expect(orders.slice(-2)).toEqual([{ kind: "pause", delayMs: 5_000 }, { kind: "load" }]);
  expect(watch.phase).toBe("resting");
});

test("P6 a late beat of the page that is being ended saves nothing", () => {
  const { watch } = hearing(alive, ...times(4, tick), alive, failed);
  expect(watch.phase).toBe("pausing");
});
