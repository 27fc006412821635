import { describe, expect, test } from "vitest";
import type { SyncView } from "../../../shared/screen/screen-model.ts";
import { plantTime } from "../text/plant-time.ts";
import type { Text } from "../text/use-text.ts";
import { syncWords } from "./sync-words.ts";

const t: Text = (key, values) => (values === undefined ? key : `${key} ${Object.values(values).join(" ")}`);
const time = plantTime("en", "UTC");
const now = Date.parse("2026-06-10T10:42:00Z");
const sync = (over: Partial<SyncView>): SyncView => ({
  state: "saved-here",
  waiting: 3,
  oldestWaitingUtc: "2026-06-10T10:40:00Z",
  lastContactUtc: null,
  trouble: null,
  clockOffMs: 0,
  ...over,
});

describe("UX 1.10 sync chip", () => {
  test("waiting is neutral and says how many", () => {
    expect(syncWords(sync({}), { t, time, nowMs: now })).toEqual({
      title: "sync.saved-here",
      note: "sync.waiting 3",
      loud: false,
      received: false,
    });
  });

  test("after 15 minutes it says since when", () => {
    const words = syncWords(sync({ oldestWaitingUtc: "2026-06-10T09:12:00Z" }), { t, time, nowMs: now });
    expect(words.note).toBe("sync.waiting-since 3 09:12");
    expect(words.loud).toBe(false);
  });

  test("after 8 hours and on trouble a person must act", () => {
    expect(syncWords(sync({ oldestWaitingUtc: "2026-06-09T20:00:00Z" }), { t, time, nowMs: now }).loud).toBe(
      true,
    );
    const fork = syncWords(sync({ state: "needs-someone", trouble: "fork" }), { t, time, nowMs: now });
    expect(fork).toMatchObject({ note: "sync.trouble.fork", loud: true });
  });

  test("received is said only when nothing waits", () => {
    expect(syncWords(sync({ state: "up-to-date", waiting: 0 }), { t, time, nowMs: now }).received).toBe(true);
    expect(syncWords(sync({ state: "sending" }), { t, time, nowMs: now }).received).toBe(false);
  });
});
