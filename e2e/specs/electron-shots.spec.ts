import { expect, test } from "@playwright/test";
import { type Plant, startPlant } from "../plant.ts";
import { takeShots } from "../testing/take-shots.ts";
import { type TerminalScreen, terminalScreen } from "../testing/terminal-screen.ts";

/* Every screen with real data, in each theme and size, to be looked at beside the design's pictures. */

test.describe.configure({ mode: "serial" });

let plant: Plant;
let terminal: TerminalScreen;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  plant = await startPlant({ cycleMs: 1_000 });
  terminal = terminalScreen((await plant.openWindow()).page);
});

test.afterAll(async () => {
  await plant.close();
});

test("sign-in, and home without an order", async () => {
  await expect(terminal.key(/G\. Popa/)).toBeVisible();
  await takeShots(terminal.page, "01-sign-in");
  await terminal.key(/D\. Ito/).click();
  await terminal.enter("45");
  await takeShots(terminal.page, "02-pin");
  await plant.perform("scan BG1007");
  await expect(terminal.person).toContainText("G. Popa");
  await expect(terminal.lastScan).toContainText("BG1007");
  await expect(terminal.verdictBar).toBeHidden();
  await takeShots(terminal.page, "03-home-idle");
});

test("an order that runs", async () => {
  await plant.perform("scan WO4711");
  await plant.perform("speed 15");
  await expect.poll(async () => Number(await terminal.good.innerText())).toBeGreaterThan(60);
  await plant.perform("speed 1");
  await plant.perform("scan LT88213");
  await plant.perform("scan LT5521");
  await expect(terminal.lastScan).toContainText("LT5521");
  await expect(terminal.verdictBar).toBeHidden();
  await terminal.go("Run");
  await takeShots(terminal.page, "04-run");
  await terminal.go("Home");
  await takeShots(terminal.page, "05-home");
  await terminal.go("Orders");
  await takeShots(terminal.page, "06-orders");
  await terminal.key("Why 4698").click();
  await takeShots(terminal.page, "07-why-blocked");
});

test("bookings", async () => {
  await terminal.go("Home");
  await terminal.key(/^Scrap/).click();
  await takeShots(terminal.page, "08-scrap-reasons");
  await terminal.key("Burr").click();
  await expect(terminal.undoBar).toBeVisible();
  await takeShots(terminal.page, "09-undo");
  await terminal.key(/^Pause/).click();
  await takeShots(terminal.page, "10-pause-reasons");
  await terminal.key("Tool change").click();
  await terminal.go("Run");
  await expect(terminal.key("Resume")).toBeVisible();
  await takeShots(terminal.page, "11-run-paused");
  await terminal.key("Resume").click();
});

test("quality", async () => {
  await terminal.go("Quality");
  for (const value of ["39.988", "39.991", "39.986", "39.990", "39.989", "39.987", "40.004"]) {
    await plant.perform(`gauge ${value}`);
    await expect(terminal.lastScan).toContainText(value);
  }
  await expect(terminal.verdictBar).toBeHidden();
  await takeShots(terminal.page, "12-check-outside");
  await terminal.key("Pad").click();
  await terminal.enter("39.9");
  await takeShots(terminal.page, "13-pad");
  await terminal.key("Close").click();
  await terminal.key("Log defect").click();
  await terminal.key("Burr").click();
  await takeShots(terminal.page, "14-defect");
});

test("scan verdicts", async () => {
  await terminal.go("Home");
  for (const [name, code, words] of [
    ["15-wrong", "LT77120", "WRONG"],
    ["16-blocked", "WO4698", "BLOCKED"],
    ["17-unknown", "XY999", "UNKNOWN"],
    ["18-duplicate", "LT88213", "ALREADY DONE"],
    ["19-choose", "WO4720", "CHOOSE"],
  ] as const) {
    await plant.perform(`scan ${code}`);
    await expect(terminal.page.getByText(words).first()).toBeVisible();
    await takeShots(terminal.page, name);
  }
});

test("machine, tool, help and more", async () => {
  await plant.perform("scan LT88213"); // any other scan ends the question
  await expect(terminal.verdictBar).toContainText("ALREADY DONE");
  await terminal.verdictBar.getByRole("button", { name: "Close" }).click();
  await terminal.go("Machine");
  await takeShots(terminal.page, "20-machine");
  await plant.perform("machine stop");
  await terminal.go("Home");
  await expect(terminal.page.getByText("STOPPED").first()).toBeVisible();
  await takeShots(terminal.page, "21-home-stopped");
  await plant.perform("network cut");
  await expect(terminal.page.getByText("NO DATA").first()).toBeVisible({ timeout: 60_000 });
  await takeShots(terminal.page, "22-home-no-signal");
  await plant.perform("network heal");
  await plant.perform("machine run");
  await terminal.go("More");
  await takeShots(terminal.page, "23-more");
  await terminal.key("Call for help").click();
  await takeShots(terminal.page, "24-help");
  await plant.stopMes();
  await terminal.go("Home");
  await terminal.key(/^Scrap/).click();
  await terminal.key("Burr").click();
  await expect(terminal.sync).toContainText("Saved here");
  await takeShots(terminal.page, "25-home-offline");
});
