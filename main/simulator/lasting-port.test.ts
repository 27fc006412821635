import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { lastingPort } from "./lasting-port.ts";

test("a port that somebody listens on is passed over, and none is of those that are given by chance", async () => {
  let lot = Math.random() / 2;
  const taken = await lastingPort(() => lot);
  const somebody = createServer().listen(taken, "127.0.0.1");
  await once(somebody, "listening");
  const next = await lastingPort(() => {
    const drawn = lot;
    lot += 0.001;
    return drawn;
  });
  somebody.close();
  expect(next).toBeGreaterThan(taken);
  expect(next).toBeLessThan(32_768);
});
