import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { WebSocket } from "ws";
import { fixtureTest } from "../testing/fixture-window.ts";
import { knock } from "../testing/knock.ts";
import { listenersOf } from "../testing/listeners.ts";
import { descendantsOf, isRunning, stationOf } from "../testing/processes.ts";

/* L4: other users and other pages of the same computer knock at the real station behind a real window. */

const test = fixtureTest.extend({ station: ["real", { scope: "worker" }] });

const SCREEN = "app://terminal";

async function connectionOf(page: Page): Promise<{ url: string; token: string }> {
  return page.evaluate<{ url: string; token: string }>("window.takt.connection()");
}

test("L4 the screen itself is let in", async ({ open }) => {
  const { page } = await open();
  const { url, token } = await connectionOf(page);
  const reception = await knock({ url, token, origin: SCREEN });
  expect(reception.kind).toBe("let-in");
});

test("L4 foreign origins and rebound hosts are turned away before there is a socket", async ({ open }) => {
  const { page } = await open();
  const { url, token } = await connectionOf(page);
  const { port } = new URL(url);
  const origins = [
    "https://evil.example",
    "http://127.0.0.1",
    "null",
    "app://message",
    "app://terminal.evil",
    "file://",
  ];
  for (const origin of origins) {
    expect(await knock({ url, token, origin }), origin).toEqual({ kind: "turned-away", status: 403 });
  }
  const hosts = [
    `evil.example:${port}`,
    `localhost:${port}`,
    "127.0.0.1",
    `127.0.0.1:${port}0`,
    `[::1]:${port}`,
  ];
  for (const host of hosts) {
    const reception = await knock({ url, token, origin: SCREEN, host });
    expect(reception, host).toEqual({ kind: "turned-away", status: 403 });
  }
});

test("L4 without the token, with a wrong one, or with the right one but no origin, nothing is told", async ({
  open,
}) => {
  const { page } = await open();
  const { url, token } = await connectionOf(page);
  const attempts = [
    { url, origin: SCREEN, token: "x".repeat(token.length) },
    { url, origin: SCREEN, token: "" },
    { url, token },
    { url, origin: SCREEN },
  ];
  for (const attempt of attempts) {
    const reception = await knock(attempt);
    expect(["refused", "cut-off"]).toContain(reception.kind);
  }
});

test("L4 after a restart the old token opens nothing, and the screen has a new one", async ({ open }) => {
  const { app, page } = await open();
  const before = await connectionOf(page);
  const station = stationOf(app.process().pid ?? -1);
  process.kill(station, "SIGKILL");
  await expect.poll(() => isRunning(station)).toBe(false);
  await expect.poll(async () => (await connectionOf(page)).token).not.toBe(before.token);
  const after = await connectionOf(page);
  expect(after.url).toBe(before.url);
  expect((await knock({ ...after, token: before.token, origin: SCREEN })).kind).not.toBe("let-in");
  expect((await knock({ ...after, origin: SCREEN })).kind).toBe("let-in");
});

test("L4 a frame above 256 KB ends its connection, and compression is not offered", async ({ open }) => {
  const { page } = await open();
  const { url } = await connectionOf(page);
  const socket = new WebSocket(`${url}/?connectionParams=1`, { headers: { Origin: SCREEN } });
  const code = await new Promise<number>((resolve, reject) => {
    socket.once("error", reject);
    socket.once("close", resolve);
    socket.once("open", () => socket.send("x".repeat(256 * 1024 + 1)));
  });
  expect(code).toBe(1009);
  expect(socket.extensions).toBe("");
});

test("L4 M6 nothing of the product listens anywhere but on the loopback", async ({ open }) => {
  const { app, page } = await open();
  const { port } = new URL((await connectionOf(page)).url);
  const own = app.process().pid ?? -1;
  const listening = (await Promise.all([own, ...descendantsOf(own)].map(listenersOf))).flat();
  expect(listening).toContain(`127.0.0.1:${port}`);
  expect(listening.filter((address) => !address.startsWith("127.0.0.1:"))).toEqual([]);
});

test("L4 token and address are in no command line and no environment", async ({ open }) => {
  const { app, page } = await open();
  const { token } = await connectionOf(page);
  const own = app.process().pid ?? -1;
  for (const pid of [own, ...descendantsOf(own)]) {
    const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    const environment = await readFile(`/proc/${pid}/environ`, "utf8").catch(() => "");
    expect(commandLine + environment).not.toContain(token);
  }
});
