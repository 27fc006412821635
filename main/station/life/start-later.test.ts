import { describe, expect, test } from "vitest";
import { type Stoppable, startLater } from "./start-later.ts";

function partThatTells(told: string[]): () => readonly Promise<Stoppable | undefined>[] {
  return () => {
    told.push("started");
    return [
      Promise.resolve({
        stop: () => {
          told.push("stopped");
          return Promise.resolve();
        },
      }),
      Promise.resolve(undefined),
    ];
  };
}

describe("parts that start later", () => {
  test("start at their moment and stop with the station; one that is not configured is left out", async () => {
    const told: string[] = [];
    const { promise: moment, resolve } = Promise.withResolvers<void>();
    const later = startLater(moment, partThatTells(told));
    expect(told).toEqual([]);
    resolve();
    await moment;
    await later.stop();
    expect(told).toEqual(["started", "stopped"]);
  });

  test("are never started once the station has stopped, and stopping does not wait for their moment", async () => {
    const told: string[] = [];
    const { promise: moment, resolve } = Promise.withResolvers<void>();
    const later = startLater(moment, partThatTells(told));
    await later.stop();
    resolve();
    await moment;
    expect(told).toEqual([]);
  });
});
