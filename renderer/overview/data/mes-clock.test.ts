import { expect, test } from "vitest";
import { ageMs, mesNowMs } from "./mes-clock.ts";

test("the MES's present runs on from its own time, whatever the wall clock of this browser says", () => {
  const instant = { asOfUtc: "2026-03-04T12:00:00.000Z", receivedAtMs: 5_000 };
  expect(mesNowMs(instant, 8_000)).toBe(Date.parse("2026-03-04T12:00:03.000Z"));
  expect(mesNowMs(instant, 4_000)).toBe(Date.parse("2026-03-04T12:00:00.000Z"));
});

test("a station whose clock runs ahead has data of age zero, not of negative age", () => {
  expect(ageMs("2026-03-04T12:00:10.000Z", Date.parse("2026-03-04T12:00:00.000Z"))).toBe(0);
});
