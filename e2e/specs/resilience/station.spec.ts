import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { type Plant, startPlant } from "../../plant.ts";
import { readJournal, sumOf } from "../../testing/journal.ts";
import type { OpenWindow } from "../../testing/open-window.ts";
import { isRunning, stationOf } from "../../testing/processes.ts";
import { type TerminalScreen, terminalScreen } from "../../testing/terminal-screen.ts";

/* One plant for all tests; each begins with a window of its own, person and order are still there. */

test.describe.configure({ mode: "serial" });

/** A little more than the bounce guard of a key. */
const BOUNCE_MS = 500;

let plant: Plant;
let window: OpenWindow;
let terminal: TerminalScreen;

async function open(): Promise<void> {
  window = await plant.openWindow();
  terminal = terminalScreen(window.page);
}

async function openOnRun(): Promise<void> {
  await open();
  await expect(terminal.person).toContainText("G. Popa", { timeout: 30_000 });
  await terminal.go("Run");
}

function stationPid(): number {
  return stationOf(window.app.process().pid ?? -1);
}

/** Kills the station and waits for the next; only then is the screen's "connected" about the new one. */
async function killStation(): Promise<void> {
  const station = stationPid();
  process.kill(station, "SIGKILL");
  await expect.poll(() => isRunning(station)).toBe(false);
  await expect(() => expect(stationPid()).not.toBe(station)).toPass();
}

async function goodOnScreen(): Promise<number> {
  return Number(await terminal.good.innerText());
}

test.beforeAll(async () => {
  test.setTimeout(180_000);
  plant = await startPlant({ cycleMs: 500 });
  await open();
  await expect(terminal.key(/G\. Popa/)).toBeVisible();
  await plant.perform("scan BG1007");
  await expect(terminal.person).toContainText("G. Popa");
  await plant.perform("scan WO4720");
  await expect(terminal.key("+1")).toBeVisible();
  await window.close();
});

test.beforeEach(async () => {
  test.setTimeout(240_000);
  await openOnRun();
});

test.afterEach(async () => {
  await window.close();
});

test.afterAll(async () => {
  await plant.close();
});

test("O1 fifty taps on Book are one booking, and the keys that come to lie under the finger are not pressed", async () => {
  const booked = await goodOnScreen();
  await terminal.key("Pad").click();
  await terminal.enter("18");
  const before = (await readJournal(plant)).length;
  const box = await terminal.key("Book 18").boundingBox();
  const at = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  for (let tap = 0; tap < 50; tap += 1) {
    await window.page.mouse.click(at.x, at.y);
    await delay(10); // as fast as a finger can: the time between the taps is the subject
  }
  await expect(terminal.good).toHaveText(String(booked + 18));
  const byPeople = (await readJournal(plant)).slice(before).filter(({ actor }) => actor !== null);
  expect(byPeople.map(({ type }) => type)).toEqual(["quantity.reported"]);
});

/**
 * A person who sees no piece more after two seconds presses again, whether the screen said that nobody knows, or the press
 * fell on a key that had just come to lie under the finger and was not taken. The intent decides: one piece.
 */
async function bookedAfterAll(good: number): Promise<void> {
  await expect(async () => {
    try {
      await expect(terminal.good).toHaveText(String(good), { timeout: 2_000 });
    } catch (notYet) {
      await terminal.key("+1").click();
      throw notYet;
    }
  }).toPass({ timeout: 60_000 });
}

test("P1 I-3 the station is killed under a booking, four times: what was said to be booked is there once", async () => {
  const booked = await goodOnScreen();
  const plusOne = terminal.key("+1");
  for (let round = 1; round <= 4; round += 1) {
    await delay(BOUNCE_MS); // a press sooner than that after the last one is a bounce, and is meant to do nothing
    await plusOne.click();
    await delay(Math.random() * 20); // somewhere between sent, committed and answered
    await killStation();
    await bookedAfterAll(booked + round);
  }
  const entries = await readJournal(plant);
  expect(sumOf(entries, { type: "quantity.reported", jobOrder: "4720", field: "good" })).toBe(booked + 4);
});

test("P8 the shell is killed and started again: one station, the order runs on, its count goes on", async () => {
  const booked = await goodOnScreen();
  await terminal.key("+1").click();
  await expect(terminal.good).toHaveText(String(booked + 1));
  const station = stationPid();
  process.kill(window.app.process().pid ?? -1, "SIGKILL");
  await openOnRun(); // at once: the old station may still hold the data
  expect(isRunning(station)).toBe(false);
  await expect(terminal.good).toHaveText(String(booked + 1));
  await terminal.key("+1").click();
  await expect(terminal.good).toHaveText(String(booked + 2));
  expect((await plant.takt("verify")).exitCode).toBe(0);
});

/** Watched inside the page: a look each second would miss a bar that a quick computer shows for less. */
function lostBarComesUp(): Promise<void> {
  return terminal.page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (document.querySelector("[data-testid=lost-bar]") === null) return;
          watch.disconnect();
          resolve();
        };
        const watch = new MutationObserver(look);
        watch.observe(document, { childList: true, subtree: true });
        look();
      }),
  );
}

test("P1 the station is killed while the machine runs: the screen says so, it is back, every piece counts once", async () => {
  await plant.perform("scan WO4711");
  await terminal.key("Pause 4720 and start 4711").click();
  await expect(terminal.page.getByRole("heading", { name: /4711/ })).toBeVisible();
  await expect.poll(goodOnScreen).toBeGreaterThan(4);
  const said = lostBarComesUp();
  await killStation();
  await said;
  await expect(terminal.page.getByTestId("lost-bar")).toBeHidden();
  await expect(terminal.person).toContainText("G. Popa");
  await plant.perform("machine stop");
  await expect(async () => {
    const { order } = (await plant.askMes("/api/v1/orders/4711")) as { order: { good: number } };
    const entries = await readJournal(plant);
    const counted = sumOf(entries, { type: "parts.counted", jobOrder: "4711", field: "delta" });
    expect({ mes: order.good, screen: await goodOnScreen() }).toEqual({ mes: counted, screen: counted });
  }).toPass();
  expect((await plant.takt("verify")).exitCode).toBe(0);
});
