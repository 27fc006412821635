import { describe, expect, test } from "vitest";
import { plantTime } from "./plant-time.ts";

describe("UX 6.24 times are the plant's, written as each language writes them", () => {
  test("24 hours in every language, in the zone of the plant", () => {
    const utc = "2026-06-10T20:05:00Z";
    expect(plantTime("en", "Europe/Berlin").clock(utc)).toBe("22:05");
    expect(plantTime("de", "Europe/Berlin").clock(utc)).toBe("22:05");
    expect(plantTime("pl", "Europe/Berlin").clock(utc)).toBe("22:05");
    expect(plantTime("da", "Europe/Berlin").clock(utc)).toBe("22.05");
  });

  test("midnight is 00, not 24", () => {
    expect(plantTime("en", "UTC").clock("2026-06-10T00:00:00Z")).toBe("00:00");
  });

  test("days are counted on the plant's calendar, not by 24 hours", () => {
    const time = plantTime("en", "Europe/Berlin");
    const now = Date.parse("2026-06-10T21:30:00Z");
    expect(time.daysFrom(now, "2026-06-10T21:59:00Z")).toBe(0);
    expect(time.daysFrom(now, "2026-06-10T22:01:00Z")).toBe(1);
    expect(time.daysFrom(now, "2026-06-09T23:00:00Z")).toBe(0);
    expect(time.daysFrom(now, "2026-06-09T21:00:00Z")).toBe(-1);
  });
});
