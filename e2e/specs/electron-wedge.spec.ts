import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { makeFixtureApp } from "../testing/fixture-app.ts";
import { type OpenWindow, openWindow } from "../testing/open-window.ts";
import { ALT, CTRL, plugInScanner, type WedgeScanner } from "../testing/wedge-scanner.ts";

let appFolder = "";
let dataFolder = "";
let window: OpenWindow;
let scanner: WedgeScanner;

test.beforeAll(async () => {
  appFolder = await makeFixtureApp({ prefix: "takt-e2e-", station: "double" });
  dataFolder = await mkdtemp(path.join(tmpdir(), "takt-wedge-"));
  window = await openWindow({ app: { folder: appFolder }, dataFolder });
  await expect(window.page.locator("#connection")).not.toBeEmpty();
  scanner = await plugInScanner(window.page);
});

test.afterAll(async () => {
  await window.close();
  await Promise.all([appFolder, dataFolder].map((folder) => rm(folder, { recursive: true, maxRetries: 5 })));
});

test.beforeEach(async () => {
  await window.page.evaluate(() => {
    document.querySelector("#scans")?.replaceChildren();
    document.querySelector("#clicks")?.replaceChildren("0");
    for (const input of document.querySelectorAll("input")) input.value = "";
    Reflect.set(globalThis, "keys", []);
  });
});

async function expectOnlyScans(...codes: string[]): Promise<void> {
  const { page } = window;
  await expect(page.locator("#scans li")).toHaveText(codes.map((code) => JSON.stringify(code)));
  await expect(page.locator("#clicks")).toHaveText("0");
  await expect(page.locator("#input")).toHaveValue("");
  expect(await page.evaluate(() => Reflect.get(globalThis, "keys") as unknown)).toEqual([]);
}

for (const focus of ["#button", "#input", "#heading"]) {
  for (const msPerKey of [2, 12, 27, 42, 62]) {
    test(`K2 one scan at ${msPerKey} ms per key with the focus on ${focus}: no click, no character, one scan`, async () => {
      await window.page.locator(focus).focus();
      await scanner.scan("WO4711", msPerKey);
      await expectOnlyScans("WO4711");
    });
  }
}

test("K2 the focus moves while the scan runs", async () => {
  const { page } = window;
  await page.evaluate(() => {
    const targets = ["#button", "#input", "#heading"];
    let moves = 0;
    const timer = setInterval(() => {
      document.querySelector<HTMLElement>(targets[moves % 3] ?? "")?.focus();
      moves += 1;
      if (moves > 200) clearInterval(timer);
    }, 1);
  });
  await scanner.scan("LT88213", 27);
  await expectOnlyScans("LT88213");
});

test("K2 half a scan arrives as damaged", async () => {
  await window.page.locator("#input").focus();
  await scanner.type(["~", "W", "O", "4"], 12);
  await expectOnlyScans("WO4\u0018");
});

test("K2 ten scans in a row arrive in order", async () => {
  const codes = Array.from({ length: 10 }, (_, index) => `LT${1000 + index}`);
  await window.page.locator("#button").focus();
  for (const code of codes) await scanner.scan(code, 2);
  await expectOnlyScans(...codes);
});

test("K2 a page that is busy for half a second does not tear a scan", async () => {
  const { page } = window;
  await page.locator("#button").focus();
  const begun = scanner.type(["~", "W", "O"], 20);
  const busy = page.evaluate(() => {
    const end = performance.now() + 500;
    while (performance.now() < end);
  });
  await Promise.all([begun, busy, scanner.type(["4", "7", "1", "1", "\r"], 20)]);
  await expectOnlyScans("WO4711");
});

test("K3 Ctrl+O, Ctrl+P, Ctrl+W and others inside a scan act on nothing and arrive as control characters", async () => {
  await window.page.locator("#input").focus();
  const controls = ["o", "p", "w", "r", "q", "n", "a", "]"].map((key) => ({ key, modifiers: CTRL }));
  await scanner.type(["~", "W", ...controls, "1", "\r"], 12);
  await expectOnlyScans("W\u000f\u0010\u0017\u0012\u0011\u000e\u0001\u001d1");
});

test("L7 shortcuts from a keyboard act on nothing and no page sees them", async () => {
  const { page, app } = window;
  const before = page.url();
  const chords = ["r", "p", "w", "q", "n", "o", "s", "u", "+", "-", "0", "Shift+i"];
  for (const chord of chords) await page.keyboard.press(`Control+${chord}`);
  for (const key of ["F5", "F11", "Alt+ArrowLeft", "Alt+Home", "Control+Tab"]) await page.keyboard.press(key);
  await scanner.type([{ key: "ArrowLeft", modifiers: ALT }], 12);
  expect(page.url()).toBe(before);
  expect(app.windows()).toHaveLength(1);
  const zoom = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor(),
  );
  expect(zoom).toBe(1);
});

test("K2 a scanner without the prefix presses nothing", async () => {
  await window.page.locator("#button").focus();
  await scanner.type(["4", "7", " ", "1", "1", "\r"], 20);
  await expect(window.page.locator("#clicks")).toHaveText("0");
  await expect(window.page.locator("#scans li")).toHaveCount(0);
});
