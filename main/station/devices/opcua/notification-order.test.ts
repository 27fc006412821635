import { describe, expect, test } from "vitest";
import { NotificationOrder } from "./notification-order.ts";

const LAST = 0xffff_ffff;

/** Feeds messages named by their numbers. @returns what was passed on, as "number" or "number after n missing" */
function passOn(
  order: NotificationOrder<number>,
  sequences: readonly number[],
  isBeingRepaired = false,
): string[] {
  return sequences.flatMap((sequence) => order.arrived(sequence, sequence, isBeingRepaired)).map(words);
}

function words({ message, missingBefore }: { message: number; missingBefore: number }): string {
  return missingBefore === 0 ? `${message}` : `${message} after ${missingBefore} missing`;
}

/** An order that has seen everything up to `last`. */
function startingAfter(last: number): NotificationOrder<number> {
  const order = new NotificationOrder<number>();
  for (const step of [0x7000_0000, 0xe000_0000, last + 1]) order.keepAlive(step, false); // less than half way each
  return order;
}

describe("while the connection is whole", () => {
  test("U4 messages in sequence pass", () => {
    expect(passOn(new NotificationOrder(), [1, 2, 3])).toEqual(["1", "2", "3"]);
  });

  test("U4 a hole is never silent", () => {
    expect(passOn(new NotificationOrder(), [1, 4, 5])).toEqual(["1", "4 after 2 missing", "5"]);
  });

  test("U4 a message sent once more does not pass twice", () => {
    expect(passOn(new NotificationOrder(), [1, 2, 2, 1, 3])).toEqual(["1", "2", "3"]);
  });

  test("U4 after 2^32-1 comes 1, and neither is missing", () => {
    expect(passOn(startingAfter(LAST - 1), [LAST, 1, 2])).toEqual([`${LAST}`, "1", "2"]);
  });

  test("U4 a hole across the wrap is counted", () => {
    const order = startingAfter(LAST - 1);
    expect(passOn(order, [2])).toEqual(["2 after 2 missing"]);
  });

  test("U4 a keep-alive carries the number of the next message and uses none", () => {
    const order = new NotificationOrder<number>();
    passOn(order, [1, 2]);
    expect(order.keepAlive(3, false)).toBe(0);
    expect(order.keepAlive(3, false)).toBe(0);
    expect(order.last).toBe(2);
    expect(passOn(order, [3])).toEqual(["3"]);
  });

  test("U4 a keep-alive tells of messages that never came, once", () => {
    const order = new NotificationOrder<number>();
    passOn(order, [1]);
    expect(order.keepAlive(5, false)).toBe(3);
    expect(order.keepAlive(5, false)).toBe(0);
    expect(passOn(order, [5])).toEqual(["5"]);
  });
});

describe("while a cut session is taken up again", () => {
  test("U1 new messages that overtake wait for those sent once more", () => {
    const order = new NotificationOrder<number>();
    passOn(order, [1, 2]);
    expect(passOn(order, [5, 6], true)).toEqual([]);
    expect(order.last).toBe(2);
    expect(passOn(order, [3, 4], true)).toEqual(["3", "4", "5", "6"]);
  });

  test("U1 what the machine no longer has is reported when the repair is over", () => {
    const order = new NotificationOrder<number>();
    passOn(order, [1, 2]);
    passOn(order, [7, 5], true);
    expect(order.giveUp().map(words)).toEqual(["5 after 2 missing", "7 after 1 missing"]);
    expect(passOn(order, [6, 8])).toEqual(["8"]);
  });

  test("U1 a keep-alive in between does not close the hole", () => {
    const order = new NotificationOrder<number>();
    passOn(order, [1, 2]);
    expect(order.keepAlive(5, true)).toBe(0);
    expect(passOn(order, [3, 4], true)).toEqual(["3", "4"]);
  });

  test("U10 a flood of messages far ahead is not held for ever", () => {
    const order = new NotificationOrder<number>();
    const flood = Array.from({ length: 1_001 }, (_, index) => index + 10);
    expect(passOn(order, flood, true)[0]).toBe("10 after 9 missing");
  });
});
