import { expect, test } from "@playwright/test";
import { type Plant, startPlant } from "../../plant.ts";
import { readJournal } from "../../testing/journal.ts";
import { type TerminalScreen, terminalScreen } from "../../testing/terminal-screen.ts";
import { CTRL, plugInScanner, type WedgeScanner } from "../../testing/wedge-scanner.ts";

/*
 * K2, K3 on the product's own screens: whatever is open and wherever the focus is, a scan is one scan. An unknown code
 * is used, because its verdict opens no screen: anything that changed was done by the keys themselves.
 */

test.describe.configure({ mode: "serial" });

const SPEEDS_MS = [2, 12, 27, 42, 62];

let plant: Plant;
let terminal: TerminalScreen;
let scanner: WedgeScanner;
let scans = 0;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  plant = await startPlant({ cycleMs: 3_600_000 });
  const { page } = await plant.openWindow();
  terminal = terminalScreen(page);
  scanner = await plugInScanner(page);
  await expect(terminal.key(/G\. Popa/)).toBeVisible();
});

test.afterAll(async () => {
  await plant.close();
});

/** What of the page a stray key could have changed. */
async function traces(): Promise<unknown> {
  return terminal.page.evaluate(() => ({
    heading: document.querySelector("h1, h2")?.textContent,
    keys: [...document.querySelectorAll("main button, [role=main] button")].map((key) => key.textContent),
    entry: document.querySelector("[data-testid=pad-value]")?.textContent,
    inputs: [...document.querySelectorAll("input")].map((input) => input.value),
    current: document.querySelector("nav [aria-current=true]")?.textContent,
  }));
}

async function closeVerdict(): Promise<void> {
  const close = terminal.verdictBar.getByRole("button", { name: "Close" });
  const press = async (): Promise<boolean> => {
    // The press before may have closed it meanwhile: then there is no key any more.
    await close.click({ timeout: 200 }).catch(() => "it is closed");
    return terminal.verdictBar.isVisible();
  };
  await expect.poll(press, { intervals: [50] }).toBe(false);
}

async function scanOnce(msPerKey: number): Promise<void> {
  scans += 1;
  const code = `XY${scans}`;
  await scanner.scan(code, msPerKey);
  // It stays until the next scan, and its own key is one of those that could be pressed by accident.
  await expect(terminal.verdictBar).toContainText(code);
}

/** In one step inside the page: a key that offers something for seconds only may be gone by the next. */
async function focusKey(index: number): Promise<boolean> {
  return terminal.page.locator("button:enabled").evaluateAll((keys, at) => {
    const key = keys[at];
    if (key instanceof HTMLElement) key.focus();
    return key !== undefined;
  }, index);
}

async function expectScansToBeOnlyScans(): Promise<void> {
  const before = await traces();
  for (const msPerKey of SPEEDS_MS) await scanOnce(msPerKey);
  for (let index = 0; await focusKey(index); index += 1) await scanOnce(2);
  await closeVerdict();
  expect(await traces()).toEqual(before);
}

test("K2 on the sign-in screen", async () => {
  test.setTimeout(240_000);
  await expectScansToBeOnlyScans();
});

test("K2 on the pad for a PIN", async () => {
  test.setTimeout(240_000);
  await terminal.key(/D\. Ito/).click();
  await terminal.enter("45");
  await expectScansToBeOnlyScans();
  await terminal.key("Close").click();
});

const screens: readonly [string, () => Promise<void>][] = [
  ["Home", async () => terminal.go("Home")],
  ["Orders", async () => terminal.go("Orders")],
  ["Run", async () => terminal.go("Run")],
  ["the pad over Run", async () => openPad()],
  ["the scrap reasons", async () => openSheet(/^Scrap/)],
  ["the pause reasons", async () => openSheet(/^Pause/)],
  ["Log defect", async () => openDefects()],
  ["Machine", async () => terminal.go("Machine")],
  ["More", async () => terminal.go("More")],
  ["Call for help", async () => terminal.key("Call for help").click()],
];

async function openPad(): Promise<void> {
  await terminal.go("Run");
  await terminal.key("Pad").click();
  await terminal.enter("18");
}

async function openSheet(name: RegExp): Promise<void> {
  await terminal.go("Run");
  await terminal.key(name).click();
}

async function openDefects(): Promise<void> {
  await terminal.go("Run");
  await terminal.key("Log defect").click();
}

test("K2 a badge and a traveller scanned by wedge sign in and start", async () => {
  await scanner.scan("BG1007", 12);
  await expect(terminal.person).toContainText("G. Popa");
  await scanner.scan("WO4720", 12);
  await expect(terminal.page.getByRole("heading", { name: /4720/ })).toBeVisible();
  await expect(terminal.verdictBar).toBeHidden();
});

for (const [name, open] of screens) {
  test(`K2 on ${name}`, async () => {
    test.setTimeout(240_000);
    await open();
    await expectScansToBeOnlyScans();
  });
}

test("K3 a code with a control character inside is damaged, whatever shortcut it would be", async () => {
  await terminal.go("Home");
  for (const key of ["o", "p", "w", "r", "a", "f"]) {
    await scanner.type(["~", "W", "O", { key, modifiers: CTRL }, "4", "7", "1", "1", "\r"], 12);
    await expect(terminal.verdictBar).toContainText("could not be read whole");
    await closeVerdict();
  }
});

test("K2 half a scan starts nothing and says so", async () => {
  await scanner.type(["~", "W", "O", "4", "7", "3", "1"], 12);
  await expect(terminal.verdictBar).toContainText("could not be read whole");
});

test("K2 after all these scans the journal holds one sign-in and one start, and nothing that a key could have booked", async () => {
  const done = (await readJournal(plant)).filter(({ actor }) => actor !== null).map(({ type }) => type);
  expect(done.filter((type) => !type.startsWith("scan."))).toEqual(["person.signed-in", "order.started"]);
});
