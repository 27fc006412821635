import { describe, expect, test } from "vitest";
import { exampleBooking, exampleDetail, exampleOrder, minutesAgo } from "../../testing/examples.ts";
import { goodOverTime } from "./good-over-time.ts";

const bookings = [
  exampleBooking({ good: 30, atUtc: minutesAgo(5) }),
  exampleBooking({ type: "quantity.reported", good: -4, scrap: 4, atUtc: minutesAgo(20) }),
  exampleBooking({ good: 50, atUtc: minutesAgo(30) }),
];

describe("goodOverTime", () => {
  test("adds the bookings up, oldest first", () => {
    const points = goodOverTime(exampleDetail(exampleOrder({ good: 76 }), bookings));
    expect(points?.map(({ good }) => good)).toEqual([50, 46, 76]);
  });

  test("draws nothing that does not end at the order's own total", () => {
    expect(goodOverTime(exampleDetail(exampleOrder({ good: 700 }), bookings))).toBeNull();
    expect(goodOverTime(exampleDetail(exampleOrder(), []))).toBeNull();
  });
});
