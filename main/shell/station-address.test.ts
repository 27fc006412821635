import { expect, test } from "vitest";
import { createStationAddress } from "./station-address.ts";

const first = { url: "ws://127.0.0.1:4000", token: "one" };
const second = { url: "ws://127.0.0.1:4000", token: "two" };

test("who asks early is answered when the station is ready", async () => {
  const address = createStationAddress(4_000);
  const asked = address.connection();
  expect(address.set(first)).toBe(false);
  await expect(asked).resolves.toEqual(first);
  await expect(address.connection()).resolves.toEqual(first);
});

test("L4 after a restart nobody is given the stale token", async () => {
  const address = createStationAddress(4_000);
  address.set(first);
  address.clear(true);
  address.clear(false);
  const asked = address.connection();
  address.set(second);
  await expect(asked).resolves.toEqual(second);
});

test("the next station is asked to take the port of the last", () => {
  const address = createStationAddress(4_000);
  expect(address.set({ url: "ws://127.0.0.1:5000", token: "one" })).toBe(true);
  address.clear(true);
  expect(address.nextPort()).toBe(5_000);
});

test("a port that somebody else took is not asked for for ever", () => {
  const address = createStationAddress(4_000);
  expect(address.nextPort()).toBe(4_000);
  address.clear(false);
  expect(address.nextPort()).toBe(0);
  address.set({ url: "ws://127.0.0.1:5000", token: "one" });
  expect(address.nextPort()).toBe(5_000);
});
