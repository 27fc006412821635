import { expect, type Page, test } from "@playwright/test";
import { type Plant, startPlant } from "../plant.ts";
import { readJournal } from "../testing/journal.ts";
import { takeShots } from "../testing/take-shots.ts";
import { type TerminalScreen, terminalScreen } from "../testing/terminal-screen.ts";

/* Every machine of the plant on the screen of the station, with real values, lines and connections. */

test.describe.configure({ mode: "serial" });

let plant: Plant;
let terminal: TerminalScreen;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  plant = await startPlant({ cycleMs: 1_000, machines: "lathe,press,line,oven" });
  await plant.perform("press chance off"); // a fault of its own accord would stand until somebody resets it
  terminal = terminalScreen((await plant.openWindow()).page);
  await expect(terminal.key(/C\. Weiss/)).toBeVisible();
  await plant.perform("scan BG1003");
  await expect(terminal.person).toContainText("C. Weiss");
  await terminal.key("Mehr").click(); // her language is German
  await terminal.page.getByRole("radio", { name: "English" }).click();
});

test.afterAll(async () => {
  await plant.close();
});

/** Cards with a drawn line. */
const lines = (page: Page) => page.getByRole("main").locator("canvas");

test("2.8 each machine shows its values, its lines and what it was doing", async () => {
  await terminal.go("Machine");
  await expect(lines(terminal.page)).toHaveCount(3, { timeout: 60_000 });
  await takeShots(terminal.page, "26-machine-lathe");
  for (const [name, shot] of [
    [/^Oven/, "27-machine-oven"],
    [/^Press/, "28-machine-press"],
    [/^Packing/, "29-machine-line"],
  ] as const) {
    await terminal.page.getByRole("main").getByRole("button", { name }).first().click();
    await expect(lines(terminal.page).first()).toBeVisible({ timeout: 30_000 });
    await takeShots(terminal.page, shot);
  }
});

test("2.8 ME-9 AK-1 AK-5 alarms told by events are shown in the machine's own words until they are over and somebody has seen them", async () => {
  await terminal.go("Machine");
  const main = terminal.page.getByRole("main");
  for (const [name, machine, alarm, words, shot] of [
    [/^CNC Lathe/, "lathe", "chip-jam", "Chip conveyor jammed", "37-machine-alert"],
    [/^Oven/, "oven", "door-fault", "Door not closed", "38-machine-condition"],
  ] as const) {
    await main.getByRole("button", { name }).first().click();
    await plant.perform(`${machine} alarm raise ${alarm}`);
    await expect(main.getByText(words).first()).toBeVisible();
    await takeShots(terminal.page, shot);
    await terminal.key(`Acknowledge: ${words}`).click();
    await expect(main.getByText(/^Acknowledged by C\. Weiss/)).toBeVisible();
    await plant.perform(`${machine} alarm clear all`);
    await expect(main.getByText(words)).toBeHidden();
  }
  // Over before anybody has seen it, it waits: here and at the machine.
  await plant.perform("oven alarm raise door-fault");
  await expect(main.getByText("Door not closed").first()).toBeVisible();
  await plant.perform("oven alarm clear all");
  await terminal.key(/^Alarms/).click();
  await expect(main.getByText(/over, not acknowledged$/)).toBeVisible();
  await takeShots(terminal.page, "59-machine-alarms");
  await terminal.key("Acknowledge: Door not closed").click();
  await expect(main.getByText(/over, not acknowledged$/)).toBeHidden();
  await expect(main.getByText(/^Acknowledged by C\. Weiss/)).toHaveCount(2, { timeout: 20_000 });
  await terminal.key("Close").click();
  const types = (await readJournal(plant))
    .map(({ type }) => type)
    .filter((type) => type.startsWith("alarm."));
  expect(types).toEqual(Array(3).fill(["alarm.acknowledged", "alarm.acknowledgement-answered"]).flat());
});

test("2.8 a machine that is cut off has no data, its last value hatched, and is back when healed", async () => {
  const main = terminal.page.getByRole("main");
  await main.getByRole("button", { name: /^Oven/ }).first().click();
  await plant.perform("oven network cut");
  await expect(main.getByText("NO DATA")).toBeVisible();
  await expect(main.getByText(/^\d+ s old$/).first()).toBeVisible();
  await takeShots(terminal.page, "30-machine-no-data");
  await plant.perform("oven network heal");
  await expect(main.getByText("NO DATA")).toBeHidden({ timeout: 60_000 });
});

test("2.11 the connection of each machine is told in figures, with the gap it just had", async () => {
  await terminal.go("More");
  await terminal.key("Machine connections").click();
  const main = terminal.page.getByRole("main");
  await expect(main.getByText(/^opc\.tcp:/)).toBeVisible();
  await expect(main.getByText(/signed and encrypted/)).toBeVisible();
  await expect(main.getByText("No certificate waits for a verdict.")).toBeVisible();
  await takeShots(terminal.page, "31-diagnostics");
});

test("a lead looks into a machine that speaks a known language and sees its values", async () => {
  await terminal.key("Set up a machine").click();
  const main = terminal.page.getByRole("main");
  await takeShots(terminal.page, "32-commissioning");
  await main
    .getByRole("button", { name: /^Press/ })
    .first()
    .click();
  await expect(terminal.key("Look into it")).toBeVisible({ timeout: 30_000 });
  await takeShots(terminal.page, "33-commissioning-offer");
  await terminal.key("Look into it").click();
  await expect(main.getByText("Which machine?")).toBeVisible({ timeout: 60_000 });
  await takeShots(terminal.page, "34-commissioning-machine");
  await main.getByRole("button", { name: /PackML/ }).click();
  await expect(main.getByText("Does it count right?")).toBeVisible();
  await expect(main.getByText(/^counter at \d/)).toBeVisible({ timeout: 30_000 });
  await takeShots(terminal.page, "35-commissioning-proof");
});

test("C2 the saved mapping counts from then on, without a restart, and the journal names who saved it", async () => {
  await terminal.key(/^Save the machine/).click();
  await expect(terminal.page.getByRole("heading", { name: "Press 1 is set up" })).toBeVisible();
  await takeShots(terminal.page, "36-commissioning-saved");
  await plant.perform("press count 3");
  await expect(async () => {
    const journal = await readJournal(plant);
    const saved = journal.findIndex(({ type }) => type === "mapping.saved");
    expect(journal[saved]?.actor).toBe("P-1003");
    const later = journal.slice(saved).filter(({ type }) => type === "parts.counted");
    const made = later.map(({ payload }) => payload as { machineId: string; delta: number });
    expect(made.some(({ machineId, delta }) => machineId === "press-1" && delta > 0)).toBe(true);
  }).toPass({ timeout: 60_000 });
});
