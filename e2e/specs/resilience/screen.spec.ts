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

test.beforeEach(async () => {
  test.setTimeout(180_000);
  plant = await startPlant({ cycleMs: 3_600_000 });
  window = await plant.openWindow();
  const terminal = terminalScreen(window.page);
  await expect(terminal.key(/G\. Popa/)).toBeVisible();
  await plant.perform("scan BG1007");
  await expect(terminal.person).toContainText("G. Popa");
  await plant.perform(`scan WO${ORDER}`);
  await terminal.key("Pad").click();
  await terminal.enter("18");
  await expect(window.page.getByTestId("pad-value")).toContainText("18");
});

test.afterEach(async () => {
  await plant.close();
});

const ways: readonly [string, (pid: number) => Promise<void>][] = [
  ["crashes", async () => crash()],
  ["is killed", async (pid) => void process.kill(pid, "SIGKILL")],
  ["is stopped", async (pid) => void process.kill(pid, "SIGSTOP")],
  [
    "goes blank",
    async () => void (await inPage(window.app, "document.querySelector('#root').replaceChildren(), 1")),
  ],
];

async function crash(): Promise<void> {
  await window.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
}

for (const [what, happen] of ways) {
  test(`P6 the page ${what} over an open pad: the entry is back, nothing is booked until a person does it`, async () => {
    const { app } = window;
    const before = await rendererPid(app);
    await happen(before);
    await expect.poll(() => isRunning(before), PATIENCE).toBe(false);
    await expect
      .poll(() => inPage(app, "document.querySelector('[data-testid=pad-value]')?.innerText"), PATIENCE)
      .toBe("18");
    expect(await inPage(app, "document.body.innerText")).toContain("Not booked yet");
    expect(await goodOfOrder()).toBe(0);

    await inPage(
      app,
      "[...document.querySelectorAll('button')].find((key) => key.innerText === 'Book 18').click(), 1",
    );
    await expect.poll(goodOfOrder).toBe(18);
  });
}

async function goodOfOrder(): Promise<number> {
  return sumOf(await readJournal(plant), { type: "quantity.reported", jobOrder: ORDER, field: "good" });
}
