import fc from "fast-check";
import { expect, test } from "vitest";
import { NotificationOrder } from "./notification-order.ts";

test("U1 in whatever order and however often messages come during a repair, each passes once and in sequence", () => {
  const deliveries = fc
    .integer({ min: 1, max: 40 })
    .chain((count) =>
      fc.tuple(
        fc.constant(count),
        fc.shuffledSubarray(numbersTo(count), { minLength: count }),
        fc.array(fc.integer({ min: 1, max: count })),
      ),
    );
  fc.assert(
    fc.property(deliveries, ([count, shuffled, repeats]) => {
      const order = new NotificationOrder<number>();
      const passed = [...shuffled, ...repeats].flatMap((sequence) => order.arrived(sequence, sequence, true));
      expect(passed.map(({ message }) => message)).toEqual(numbersTo(count));
    }),
  );
});

test("U4 passed and missing messages together are all that were sent", () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(numbersTo(60), { minLength: 1 }),
      fc.boolean(),
      (received, isBeingRepaired) => {
        const order = new NotificationOrder<number>();
        const passed = received.flatMap((sequence) => order.arrived(sequence, sequence, isBeingRepaired));
        passed.push(...order.giveUp());
        const missing = passed.reduce((sum, { missingBefore }) => sum + missingBefore, 0);
        expect(passed.length + missing).toBe(order.last);
        const messages = passed.map(({ message }) => message);
        expect(messages).toEqual([...messages].sort((left, right) => left - right));
      },
    ),
  );
});

function numbersTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
