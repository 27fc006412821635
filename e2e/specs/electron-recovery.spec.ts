import { mkdir } from "node:fs/promises";
import path from "node:path";
import { type ElectronApplication, expect } from "@playwright/test";
import { fixtureTest as test } from "../testing/fixture-window.ts";
import { inPage, rendererPid, shownUrl } from "../testing/in-page.ts";
import { isRunning, stationOf } from "../testing/processes.ts";

const SHOTS = path.join(import.meta.dirname, "..", "shots", "messages");
const HEADING = "document.querySelector('h1')?.textContent";
/** For what takes several starts of a process and the pauses between them. */
const PATIENCE = { timeout: 40_000 };

function shellPid(app: ElectronApplication): number {
  return app.process().pid ?? -1;
}

test.describe("P6 the screen comes back", () => {
  test("P6 after its process crashed", async ({ open, shellLog }) => {
    const { app } = await open();
    await expect.poll(() => inPage(app, HEADING)).toBe("Fixture");
    const before = await rendererPid(app);
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await expect.poll(() => rendererPid(app), PATIENCE).not.toBe(before);
    await expect.poll(() => inPage(app, HEADING), PATIENCE).toBe("Fixture");
    expect(shellLog()).toContain('"event":"screen-failed"');
  });

  test("P6 after its process was stopped and hears nothing", async ({ open, shellLog }) => {
    const { app } = await open();
    await expect.poll(() => inPage(app, HEADING)).toBe("Fixture");
    const before = await rendererPid(app);
    process.kill(before, "SIGSTOP");
    await expect.poll(() => isRunning(before), PATIENCE).toBe(false);
    await expect.poll(() => inPage(app, HEADING), PATIENCE).toBe("Fixture");
    expect(shellLog()).toContain("gave no sign of life");
  });

  test("P6 after its loop hung", async ({ open }) => {
    const { app } = await open();
    await expect.poll(() => inPage(app, HEADING)).toBe("Fixture");
    const before = await rendererPid(app);
    await inPage(app, "setTimeout(() => { for (;;); }, 0), 1");
    await expect.poll(() => rendererPid(app), PATIENCE).not.toBe(before);
    await expect.poll(() => inPage(app, HEADING), PATIENCE).toBe("Fixture");
  });

  test("P6 after it went blank while its timers ran on", async ({ open }) => {
    const { app } = await open();
    await expect.poll(() => inPage(app, HEADING)).toBe("Fixture");
    await inPage(app, "document.querySelector('#root').replaceChildren(), 1");
    await expect.poll(() => inPage(app, HEADING), PATIENCE).toBe("Fixture");
  });

  test("P6 five times, then it says so instead, and a person may try again", async ({ open }) => {
    const { app } = await open();
    for (let crash = 0; crash < 5; crash += 1) {
      await expect.poll(() => inPage(app, HEADING), PATIENCE).toBe("Fixture");
      const before = await rendererPid(app);
      process.kill(before, "SIGKILL");
      await expect.poll(() => isRunning(before)).toBe(false);
    }
    await expect.poll(() => shownUrl(app), PATIENCE).toBe("app://message/");
    await expect.poll(() => inPage(app, "document.body.innerText")).toContain("The screen failed five times");
    await inPage(app, "document.querySelector('a').click(), 1");
    await expect.poll(() => inPage(app, HEADING), PATIENCE).toBe("Fixture");
  });
});

test.describe("P7 a station that cannot run", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`P7 dies five times: the message says why, in four languages (${colorScheme})`, async ({ open }) => {
      const { page } = await open({ STATION_DOUBLE: "crash" });
      await page.emulateMedia({ colorScheme });
      await expect(page.getByRole("heading", { name: "The station stopped five times" })).toBeVisible(
        PATIENCE,
      );
      for (const words of ["fünfmal ausgefallen", "stoppet fem gange", "pięć razy"]) {
        await expect(page.getByRole("heading", { name: words })).toBeVisible();
      }
      await expect(page.getByText("Error: the spindle is made of cheese")).toBeVisible();
      await expect(page.getByText("shell.log")).toBeVisible();
      await mkdir(SHOTS, { recursive: true });
      await page.screenshot({ path: path.join(SHOTS, `station-keeps-ending-${colorScheme}.png`) });
    });
  }

  test("P7 refuses to start: its reason is shown, nothing loops, and trying again asks it again", async ({
    open,
    shellLog,
  }) => {
    const { page } = await open({ STATION_DOUBLE: "refuse" });
    await expect(page.getByRole("heading", { name: "The station will not start like this" })).toBeVisible(
      PATIENCE,
    );
    await expect(page.getByText("station.json: no such machine")).toBeVisible();
    await expect(page.getByText("Mend it")).toBeVisible();
    await mkdir(SHOTS, { recursive: true });
    await page.screenshot({ path: path.join(SHOTS, "station-refused.png") });
    const spawned = () => shellLog().split('"event":"station-spawned"').length - 1;
    expect(spawned()).toBe(2);
    await page.getByRole("link").click();
    await expect.poll(spawned, PATIENCE).toBe(3);
    await expect(page.getByText("station.json: no such machine")).toBeVisible();
  });

  test("P7 was killed: it is back, with the same page", async ({ open }) => {
    const { app, page } = await open();
    await expect(page.locator("#connection")).toContainText("ws://127.0.0.1");
    const before = await rendererPid(app);
    const station = stationOf(shellPid(app));
    process.kill(station, "SIGKILL");
    await expect.poll(() => isRunning(station)).toBe(false);
    await page.evaluate("window.takt.connection()"); // answers once the next one is ready
    expect(await rendererPid(app)).toBe(before);
  });
});

test.describe("P8 one window, one station", () => {
  test("P8 a killed shell takes its station along, and the next start works", async ({ open }) => {
    const { app } = await open();
    await expect
      .poll(() => inPage(app, "document.querySelector('#connection').textContent"))
      .toContain("ws:");
    const station = stationOf(shellPid(app));
    process.kill(shellPid(app), "SIGKILL");
    await expect.poll(() => isRunning(station)).toBe(false);
    const next = await open();
    await expect(next.page.locator("#connection")).toContainText("ws://127.0.0.1");
  });

  test("P8 a second window on the same data ends at once", async ({ open }) => {
    const { app } = await open();
    await expect.poll(() => inPage(app, HEADING)).toBe("Fixture");
    await expect(open()).rejects.toThrow();
    await expect.poll(() => inPage(app, HEADING)).toBe("Fixture");
  });

  test("P8 closing the window ends the station", async ({ open }) => {
    const { app, page } = await open();
    await expect(page.locator("#connection")).toContainText("ws:");
    const station = stationOf(shellPid(app));
    const ended = new Promise((resolve) => app.process().once("exit", resolve));
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await ended).toBe(0);
    expect(isRunning(station)).toBe(false);
  });

  test("L7 in a kiosk the window fills the screen and does not close", async ({ open }) => {
    const { app } = await open({ TAKT_KIOSK: "1" });
    await expect.poll(() => inPage(app, HEADING)).toBe("Fixture");
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const kiosk = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((each) => each.isKiosk()),
    );
    expect(kiosk).toEqual([true]);
    await expect.poll(() => inPage(app, HEADING)).toBe("Fixture");
  });
});
