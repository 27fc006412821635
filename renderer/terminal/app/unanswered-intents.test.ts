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

test("I-3 an intent without an answer is found again by the same command only, until it is answered", () => {
  const storage = memory();
  unansweredIntentsIn(storage).remember("orders.reportGood", "id-1");
  const afterReload = unansweredIntentsIn(storage);
  expect(afterReload.find("orders.reportGood")).toBe("id-1");
  expect(afterReload.find("orders.reportScrap")).toBeNull();
  afterReload.forget("orders.reportGood");
  expect(afterReload.find("orders.reportGood")).toBeNull();
});
