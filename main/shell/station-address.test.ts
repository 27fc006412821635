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
  address.clear();
  address.clear();
  const asked = address.connection();
  address.set(second);
  await expect(asked).resolves.toEqual(second);
});

test("the next station is asked to take the port of the last", () => {
  const address = createStationAddress(4_000);
  expect(address.set({ url: "ws://127.0.0.1:5000", token: "one" })).toBe(true);
  address.clear();
  expect(address.port()).toBe(5_000);
});
