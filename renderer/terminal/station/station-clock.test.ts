import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { demoPlant, NOW_UTC } from "../fixtures/demo-plant.ts";
import { followStationClock } from "./station-clock.ts";
import type { LinkState, StationLink } from "./station-link.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A station whose time comes when it is told to. */
function stagedStation() {
  let state: LinkState = { link: "connecting", sinceMs: 0, model: null };
  const listeners = new Set<() => void>();
  const link: Pick<StationLink, "getState" | "subscribe"> = {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const says = (nowUtc: string) => {
    const station = { ...demoPlant.station, nowUtc };
    state = { link: "live", sinceMs: 0, model: { ...demoPlant, station } };
    for (const listener of listeners) listener();
  };
  return { link, says };
}

test("the first picture has the station's time and none of the panel's own", () => {
  const { link, says } = stagedStation();
  const clock = followStationClock(link, () => 1_500);
  says(NOW_UTC);
  expect(clock.nowMs()).toBe(Date.parse(NOW_UTC));
});

test("it ticks once a second, however often the station speaks", () => {
  let panelMs = 1_500;
  const { link, says } = stagedStation();
  const clock = followStationClock(link, () => panelMs);
  says(NOW_UTC);
  let ticks = 0;
  clock.subscribe(() => {
    ticks += 1;
  });
  panelMs += 400;
  says("2026-06-10T08:42:10.400Z");
  expect(ticks).toBe(0);
  panelMs += 600;
  vi.advanceTimersByTime(1_000);
  expect(ticks).toBe(1);
  expect(clock.nowMs()).toBe(Date.parse(NOW_UTC) + 1_000);
});
