import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { type Plant, startPlant } from "../../plant.ts";
import { readJournal, sumOf } from "../../testing/journal.ts";
import type { OpenWindow } from "../../testing/open-window.ts";
import { isRunning, stationOf } from "../../testing/processes.ts";
import { type TerminalScreen, terminalScreen } from "../../testing/terminal-screen.ts";

let plant: Plant;
let window: OpenWindow;
let terminal: TerminalScreen;

async function open(): Promise<void> {
  window = await plant.openWindow();
  terminal = terminalScreen(window.page);
}

function stationPid(): number {
  return stationOf(window.app.process().pid ?? -1);
}

async function signInAndStart(order: string): Promise<void> {
  await expect(terminal.key(/G\. Popa/)).toBeVisible();
  await plant.perform("scan BG1007");
  await expect(terminal.person).toContainText("G. Popa");
  await plant.perform(`scan WO${order}`);
  await expect(terminal.page.getByRole("heading", { name: new RegExp(order) })).toBeVisible();
}

test.beforeEach(async () => {
  test.setTimeout(240_000);
  plant = await startPlant({ cycleMs: 500 });
  await open();
});

test.afterEach(async () => {
  await plant.close();
});

test("P1 the station is killed while the machine runs: the screen says so, it is back, every piece counts once", async () => {
  await signInAndStart("4711");
  await expect.poll(async () => Number(await terminal.good.innerText())).toBeGreaterThan(4);
  const first = stationPid();
  process.kill(first, "SIGKILL");
  await expect(terminal.page.getByTestId("lost-bar")).toBeVisible();
  await expect(terminal.page.getByTestId("lost-bar")).toBeHidden();
  expect(stationPid()).not.toBe(first);
  await expect(terminal.person).toContainText("G. Popa");
  await plant.perform("machine stop");
  await expect(async () => {
    const { order } = (await plant.askMes("/api/v1/orders/4711")) as { order: { good: number } };
    const counted = sumOf(await readJournal(plant), {
      type: "parts.counted",
      jobOrder: "4711",
      field: "delta",
    });
    expect({ mes: order.good, screen: Number(await terminal.good.innerText()) }).toEqual({
      mes: counted,
      screen: counted,
    });
  }).toPass();
  expect((await plant.takt("verify")).exitCode).toBe(0);
});

test("P1 I-3 the station is killed under a booking, four times: what was said to be booked is there once", async () => {
  await signInAndStart("4720");
  const plusOne = terminal.key("+1");
  for (let round = 0; round < 4; round += 1) {
    const station = stationPid();
    await plusOne.click();
    await delay(Math.random() * 20); // somewhere between sent, committed and answered
    process.kill(station, "SIGKILL");
    await expect.poll(() => isRunning(station)).toBe(false);
    await expect(terminal.page.getByTestId("lost-bar")).toBeHidden();
    await expect.poll(async () => Number(await terminal.good.innerText())).toBeGreaterThanOrEqual(0);
    // Nobody knows whether it is booked: the person presses again, and the intent decides.
    const isUnanswered = await terminal.page.getByTestId("refusal-bar").isVisible();
    if (isUnanswered) await plusOne.click();
    await expect(terminal.good).toHaveText(String(round + 1));
  }
  expect(
    sumOf(await readJournal(plant), { type: "quantity.reported", jobOrder: "4720", field: "good" }),
  ).toBe(4);
});

test("O1 fifty taps on Book are one booking, and the keys that come to lie under the finger are not pressed", async () => {
  await signInAndStart("4720");
  await terminal.key("Pad").click();
  await terminal.enter("18");
  const before = (await readJournal(plant)).length;
  const box = await terminal.key("Book 18").boundingBox();
  const at = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  for (let tap = 0; tap < 50; tap += 1) {
    await window.page.mouse.click(at.x, at.y);
    await delay(10);
  }
  await expect(terminal.good).toHaveText("18");
  const after = await readJournal(plant);
  const byPeople = after.slice(before).filter(({ actor }) => actor !== null);
  expect(byPeople.map(({ type }) => type)).toEqual(["quantity.reported"]);
});

test("P8 the shell is killed and started again: one station, the order runs on, its count goes on", async () => {
  await signInAndStart("4720");
  await terminal.key("+1").click();
  await expect(terminal.good).toHaveText("1");
  const station = stationPid();
  process.kill(window.app.process().pid ?? -1, "SIGKILL");
  await open(); // at once: the old station may still hold the data
  await expect(terminal.person).toContainText("G. Popa", { timeout: 30_000 });
  expect(isRunning(station)).toBe(false);
  await terminal.go("Run");
  await expect(terminal.good).toHaveText("1");
  await terminal.key("+1").click();
  await expect(terminal.good).toHaveText("2");
  expect((await plant.takt("verify")).exitCode).toBe(0);
});
