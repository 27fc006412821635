import { expect, test } from "vitest";
import { reworkOrderId } from "../../../shared/domain/orders/route.ts";
import { isLongId, shortId } from "./short-id.ts";

const booking = "0198b7a0-0000-7000-8000-0123456789ab";

test("UX 6.7 the id of a rework order is shown as a whole, and the longest there can be keeps both its ends", () => {
  const usual = reworkOrderId("P-900", booking);
  expect([shortId(usual), isLongId(usual)]).toEqual([usual, true]);
  expect(shortId(reworkOrderId("PO-2026-0004711-EUROPE-9", booking))).toBe("PO-2026-000471…-R0123456789AB");
  expect(isLongId("4711")).toBe(false);
});
