import { expect, test } from "vitest";
import { unansweredIntentsIn } from "./unanswered-intents.ts";

function memory() {
  const entries = new Map<string, string>();
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
}

test("I-3 an intent without an answer is found again by the same command and content only, until it is answered", () => {
  const storage = memory();
  unansweredIntentsIn(storage).remember("orders.reportGood", { quantity: 18 }, "id-1");
  const afterReload = unansweredIntentsIn(storage);
  expect(afterReload.find("orders.reportGood", { quantity: 18 })).toBe("id-1");
  expect(afterReload.find("orders.reportScrap", { quantity: 18 })).toBeNull();
  expect(afterReload.wasSent("id-1")).toBe(true);
  afterReload.forget("orders.reportGood", { quantity: 18 });
  expect(afterReload.find("orders.reportGood", { quantity: 18 })).toBeNull();
  expect(afterReload.wasSent("id-1")).toBe(false);
});

test("I-3 another quantity is another booking and never goes out under an id that may be used up", () => {
  const intents = unansweredIntentsIn(memory());
  intents.remember("orders.reportGood", { quantity: 18 }, "id-1");
  expect(intents.find("orders.reportGood", { quantity: 20 })).toBeNull();
});
