import { expect, test } from "vitest";
import { intlOf } from "../testing/intl-of.ts";
import { formatMoment } from "./moment.ts";

/** In the zone of the reader, whichever that is. */
const local = (day: number, hours: number): Date => new Date(2026, 2, day, hours, 5);
const now = local(4, 12).getTime();

test("a moment is as short as it can be without doubt", () => {
  const english = intlOf("en");
  expect(formatMoment(english, local(4, 14).toISOString(), now)).toBe("14:05");
  expect(formatMoment(english, local(5, 0).toISOString(), now)).toBe("Thu 00:05");
  expect(formatMoment(english, local(20, 9).toISOString(), now)).toBe("Mar 20 09:05");
});

test("U24 days are named in the reader's language, times have 24 hours", () => {
  expect(formatMoment(intlOf("de"), local(5, 18).toISOString(), now)).toBe("Do 18:05");
  expect(formatMoment(intlOf("pl"), local(5, 18).toISOString(), now)).toBe("czw. 18:05");
});
