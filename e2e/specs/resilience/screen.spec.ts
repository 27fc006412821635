import { expect, test } from "@playwright/test";
import { type Plant, startPlant } from "../../plant.ts";
import { inPage, rendererPid } from "../../testing/in-page.ts";
import { readJournal, sumOf } from "../../testing/journal.ts";
import type { OpenWindow } from "../../testing/open-window.ts";
import { isRunning } from "../../testing/processes.ts";
import { terminalScreen } from "../../testing/terminal-screen.ts";

/* P6: the screen dies in the middle of an entry. The entry is there again, and nothing was booked by itself. */

const PATIENCE = { timeout: 40_000 };
const ORDER = "4720"; // counted by the operator, so that good pieces come from the pad alone

let plant: Plant;
let window: OpenWindow;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  plant = await startPlant({ cycleMs: 3_600_000 });
  window = await plant.openWindow();
  const terminal = terminalScreen(window.page);
  await expect(terminal.key(/G\. Popa/)).toBeVisible();
  await plant.perform("scan BG1007");
  await expect(terminal.person).toContainText("G. Popa");
  await plant.perform(`scan WO${ORDER}`);
  await expect(terminal.key("Pad")).toBeVisible();
  await window.close();
});

test.afterAll(async () => {
  await plant.close();
});

test.beforeEach(async () => {
  window = await plant.openWindow(); // Playwright's handle on a page dies with its process
  const terminal = terminalScreen(window.page);
  await expect(terminal.person).toContainText("G. Popa");
  await terminal.go("Run");
  await terminal.key("Pad").click();
  await terminal.enter("18");
  await expect(window.page.getByTestId("pad-value")).toContainText("18");
});

test.afterEach(async () => {
  await window.close();
});

const ways: readonly [string, (pid: number) => Promise<void>][] = [
  ["crashes", () => crash()],
  ["is killed", async (pid) => void process.kill(pid, "SIGKILL")],
  ["is stopped", async (pid) => void process.kill(pid, "SIGSTOP")],
  ["goes blank", () => goBlank()],
];

async function crash(): Promise<void> {
  await window.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
}

async function goBlank(): Promise<void> {
  await inPage(window.app, "document.querySelector('#root').replaceChildren(), 1");
}

for (const [what, happen] of ways) {
  test(`P6 the page ${what} over an open pad: the entry is back, nothing is booked until a person does it`, async () => {
    const { app } = window;
    const bookedBefore = await goodOfOrder();
    const pid = await rendererPid(app);
    await happen(pid);
    await expect.poll(() => isRunning(pid), PATIENCE).toBe(false);
    await expect.poll(() => inPage(app, PAD_VALUE), PATIENCE).toBe("18");
    await expect.poll(() => inPage(app, "document.body.innerText")).toContain("Not booked yet");
    expect(await goodOfOrder()).toBe(bookedBefore);

    await inPage(app, PRESS_BOOK);
    await expect.poll(goodOfOrder).toBe(bookedBefore + 18);
  });
}

const PAD_VALUE = "document.querySelector('[data-testid=pad-value]')?.innerText";
const PRESS_BOOK =
  "[...document.querySelectorAll('button')].find((key) => key.innerText === 'Book 18').click(), 1";

async function goodOfOrder(): Promise<number> {
  return sumOf(await readJournal(plant), { type: "quantity.reported", jobOrder: ORDER, field: "good" });
}
