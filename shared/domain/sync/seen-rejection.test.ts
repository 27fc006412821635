import { describe, expect, test } from "vitest";
import type { Draft } from "../event.ts";
import { freshHistory, record } from "../testing/history.ts";
import { KEPT_SEEN_REJECTIONS } from "./seen-rejection.ts";

const seen = (eventIds: readonly string[]): Draft => ({
  type: "rejection.seen",
  jobOrder: null,
  payload: { eventIds: [...eventIds] },
});

describe("refused bookings that were seen", () => {
  test("ST-4 each is known with who saw it and when", () => {
    const { state } = record(freshHistory, [seen(["a", "b"])], "P-1003");
    expect([...state.seenRejection.values()]).toMatchObject([
      { eventId: "a", personId: "P-1003", seenUtc: "2026-11-23T06:00:00.000Z", turn: 1 },
      { eventId: "b", personId: "P-1003", turn: 2 },
    ]);
  });

  test("J-21 of very many the oldest are forgotten", () => {
    const ids = Array.from({ length: KEPT_SEEN_REJECTIONS + 150 }, (_, index) => `event-${index}`);
    let history = freshHistory;
    for (let from = 0; from < ids.length; from += 100)
      history = record(history, [seen(ids.slice(from, from + 100))], "P-1003");
    expect([...history.state.seenRejection.keys()]).toEqual(ids.slice(-KEPT_SEEN_REJECTIONS));
  });
});
