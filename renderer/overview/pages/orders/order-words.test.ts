import { expect, test } from "vitest";
import { exampleBooking, exampleOrder } from "../../testing/examples.ts";
import { intlOf } from "../../testing/intl-of.ts";
import { formatMeasured } from "./format-measured.ts";
import { orderLook, receiptWords } from "./order-words.ts";

test("what the MES did not take says why", () => {
  const refused = exampleBooking({ verdict: "rejected", code: "order-cancelled" });
  expect(receiptWords(intlOf("en"), refused)).toBe("not accepted: order cancelled");
  const parked = exampleBooking({ verdict: "parked", code: "something-new" });
  expect(receiptWords(intlOf("en"), parked)).toBe("held back: something-new");
});

test("an order that may not start says blocked; one already running says running", () => {
  expect(orderLook(exampleOrder({ blockedBy: "Hold Q-118" }))).toBe("blocked");
  expect(orderLook(exampleOrder({ blockedBy: "Hold Q-118", state: "running" }))).toBe("running");
});

test("U24 a measured value keeps every digit of the gauge and takes the reader's decimal sign", () => {
  expect(formatMeasured(intlOf("en"), "39.990")).toBe("39.990");
  expect(formatMeasured(intlOf("de"), "39.990")).toBe("39,990");
  expect(formatMeasured(intlOf("de"), "broken")).toBe("broken");
});
