import { describe, expect, test } from "vitest";
import { dueLine, dueWords, lastHere } from "./due-words.ts";
import { plantTime } from "./plant-time.ts";
import type { Text } from "./use-text.ts";

const t: Text = (key) => key;
const time = plantTime("en", "UTC");
const now = Date.parse("2026-06-10T10:42:00Z"); // a Wednesday
const wording = { t, time, nowMs: now };

describe("due words", () => {
  test("today shows the hour, and says when it is past", () => {
    expect(dueWords("2026-06-10T16:00:00Z", wording)).toEqual({
      main: "16:00",
      note: "time.today",
      late: false,
    });
    expect(dueWords("2026-06-10T09:00:00Z", wording)).toEqual({
      main: "09:00",
      note: "time.today-late",
      late: true,
    });
  });

  test("this week shows the day, later the date, the past the date", () => {
    expect(dueWords("2026-06-11T22:00:00Z", wording).main).toBe("Thu");
    expect(dueWords("2026-06-25T22:00:00Z", wording).main).toBe("25 Jun");
    expect(dueWords("2026-06-08T22:00:00Z", wording)).toEqual({
      main: "8 Jun",
      note: "time.late",
      late: true,
    });
  });

  test("in one line", () => {
    expect(dueLine("2026-06-10T16:00:00Z", now, time)).toBe("16:00");
    expect(dueLine("2026-06-12T16:00:00Z", now, time)).toBe("Fri 16:00");
  });

  test("last here", () => {
    expect(lastHere("2026-06-10T07:50:00Z", wording)).toBe("07:50");
    expect(lastHere("2026-06-09T07:50:00Z", wording)).toBe("time.yesterday");
    expect(lastHere("2026-06-08T07:50:00Z", wording)).toBe("Mon");
    expect(lastHere("2026-05-08T07:50:00Z", wording)).toBe("8 May");
  });
});
