import { describe, expect, test } from "vitest";
import { createKeptFolds } from "./kept-folds.ts";

const folded = (...orders: readonly string[]) => new Map(orders.map((order) => [order, `fold of ${order}`]));

describe("what was folded and is kept", () => {
  test("MA-41 it is there until something is told of its order, or of nobody knows which", async () => {
    const folds = createKeptFolds<string>(10);
    const kept = () => ["1", "2", "3"].filter((order) => folds.get(order) === `fold of ${order}`);
    expect(await folds.keep(async () => folded("1", "2", "3"))).toEqual(folded("1", "2", "3"));
    expect(kept()).toEqual(["1", "2", "3"]);
    folds.toldOf(["2", "9"]);
    expect(kept()).toEqual(["1", "3"]);
    folds.toldOfAny();
    expect(kept()).toEqual([]);
  });

  test("MA-41 what was told while it was read makes it old, of that order alone; it is answered all the same", async () => {
    const folds = createKeptFolds<string>(10);
    const read = Promise.withResolvers<ReadonlyMap<string, string>>();
    const answer = folds.keep(() => read.promise);
    folds.toldOf(["1"]);
    read.resolve(folded("1", "2"));
    expect(await answer).toEqual(folded("1", "2"));
    expect([folds.get("1"), folds.get("2")]).toEqual([undefined, "fold of 2"]);
    const again = Promise.withResolvers<ReadonlyMap<string, string>>();
    const late = folds.keep(() => again.promise);
    folds.toldOfAny();
    again.resolve(folded("1"));
    await late;
    expect([folds.get("1"), folds.get("2")]).toEqual([undefined, undefined]);
  });

  test("MA-41 a reading that fails keeps nothing, and no more are kept than there is room for", async () => {
    const folds = createKeptFolds<string>(2);
    await expect(folds.keep(() => Promise.reject(new Error("gone")))).rejects.toThrow("gone");
    await folds.keep(async () => folded("1", "2", "3"));
    expect(["1", "2", "3"].filter((order) => folds.get(order) !== undefined).length).toBeLessThanOrEqual(2);
  });
});
