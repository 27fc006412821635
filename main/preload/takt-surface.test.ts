import { expect, test } from "vitest";
import { createScanMailbox } from "./scan-mailbox.ts";
import { createTaktSurface, type SurfaceParts } from "./takt-surface.ts";

const parts: SurfaceParts = {
  askConnection: () =>
    Promise.resolve({ url: "ws://127.0.0.1:4000", token: "secret", more: "not for the page" }),
  tellAlive: () => undefined,
  isPageShown: () => true,
  now: () => 0,
  scans: createScanMailbox(),
  platform: "linux",
};

test("§8-20 the surface is this list, frozen, and nothing else", () => {
  const surface = createTaktSurface(parts);
  expect(Object.entries(surface).map(([name, value]) => `${name}: ${typeof value}`)).toEqual([
    "connection: function",
    "onScan: function",
    "alive: function",
    "platform: string",
  ]);
  expect(Object.isFrozen(surface)).toBe(true);
});

test("§8-20 the connection is url and token as text, whatever the shell sends", async () => {
  await expect(createTaktSurface(parts).connection()).resolves.toEqual({
    url: "ws://127.0.0.1:4000",
    token: "secret",
  });
  for (const answer of [undefined, null, "text", {}, { url: 1, token: "t" }, { url: "ws://127.0.0.1:1" }]) {
    const surface = createTaktSurface({ ...parts, askConnection: () => Promise.resolve(answer) });
    await expect(surface.connection()).rejects.toThrow("no address of the station");
  }
});

test("P6 a heartbeat over a blank page is not passed on", () => {
  let beats = 0;
  let isPageShown = true;
  const surface = createTaktSurface({
    ...parts,
    isPageShown: () => isPageShown,
    tellAlive: () => {
      beats += 1;
    },
  });
  surface.alive();
  isPageShown = false;
  surface.alive();
  expect(beats).toBe(1);
});
