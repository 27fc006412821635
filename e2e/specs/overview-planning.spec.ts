import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { axeViolations } from "../testing/axe-violations.ts";
import { lotLoaded, partsCounted } from "../testing/happenings.ts";
import { type OverviewPlant, openOverviewPlant, SHOTS } from "../testing/overview-plant.ts";

let plant: OverviewPlant;
test.beforeAll(async () => {
  plant = await openOverviewPlant();
});
test.afterAll(() => plant.close());

const row = (page: Page, order: string) => page.getByTestId(`order-${order}`);
const shot = (page: Page, name: string) => page.screenshot({ path: path.join(SHOTS, `${name}.png`) });

async function chooseFile(page: Page, content: string): Promise<void> {
  const chosen = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  await (await chosen).setFiles({ name: "orders.csv", mimeType: "text/csv", buffer: Buffer.from(content) });
}

test("IM-2 3.2 a file is looked at first, its report is read, and the good rows are taken when somebody says so", async ({
  page,
}) => {
  await page.goto(`${plant.mes.url}/orders`);
  await page.getByRole("button", { name: "Import a file" }).click();
  await page.getByLabel("Planner's key").fill(plant.mes.plannerToken);
  const head = "Auftrag;Artikel;Menge;Termin;Arbeitsplatz;Farbe";
  const good = "9001;FLANGE-40;120;01.12.2026;CNC-2;";
  await chooseFile(page, `${head}\n${good}\n9002;HUB-90;1.000;12/01/2026;CNC-2;\n`);
  const panel = page.getByTestId("import-panel");
  await expect(panel.getByRole("status")).toContainText("1 of 2 rows are good. Nothing was taken yet.");
  await expect(panel.getByRole("table")).toContainText("Day or month first?");
  await expect(row(page, "9001")).toHaveCount(0);
  expect(await axeViolations(page)).toEqual([]);
  await shot(page, "planning-report");
  await panel.getByRole("button", { name: "Take the good row only" }).click();
  await expect(panel.getByRole("status")).toContainText("Taken: 1 new");
  await expect(row(page, "9001")).toBeVisible();
});

test("3.2 OR-12 an order is entered by hand, moved in its queue, held, released, cut and cancelled; a wrong key is told in words", async ({
  page,
}) => {
  await page.goto(`${plant.mes.url}/orders`);
  await page.getByRole("button", { name: "New order" }).click();
  const entry = page.getByTestId("order-entry");
  await entry.getByLabel("Order number").fill("9100");
  await entry.getByLabel("Item").fill("HUB-90");
  await entry.getByLabel("Quantity").fill("50");
  await entry.getByLabel("Due").fill("2026-12-01T14:00");
  await entry.getByLabel("Work unit").fill("CNC-2");
  await entry.getByLabel("Planner's key").fill("wrong");
  await entry.getByRole("button", { name: "Enter order" }).click();
  await expect(entry.getByRole("alert")).toContainText("This key is not that of the planner");
  await entry.getByLabel("Planner's key").fill(plant.mes.plannerToken);
  await shot(page, "planning-entry");
  await entry.getByRole("button", { name: "Enter order" }).click();
  await expect(entry.getByRole("status")).toContainText("Taken: 1 new");

  await row(page, "9100").getByRole("button").click();
  const detail = page.getByTestId("detail-9100");
  await expect(detail).toContainText("in the queue of CNC-2");
  const place = async () => Number(/Place (\d+)/.exec(await detail.innerText())?.[1]);
  const before = await place();
  await detail.getByRole("button", { name: "Up", exact: true }).click();
  await expect.poll(place).toBe(before - 1);
  await detail.getByRole("button", { name: "Down", exact: true }).click();
  await expect.poll(place).toBe(before);
  await detail.getByRole("button", { name: "Hold" }).click();
  await detail.getByLabel("Why, as shown at the machine").fill("Drawing is wrong");
  await shot(page, "planning-hold");
  await detail.getByRole("button", { name: "Hold now" }).click();
  await expect(row(page, "9100")).toContainText("on hold");
  await detail.getByRole("button", { name: "Release" }).click();
  await detail.getByRole("button", { name: "Release now" }).click();
  await expect(row(page, "9100")).toContainText("queued");
  await detail.getByRole("button", { name: "Change quantity" }).click();
  await detail.getByLabel("New planned quantity").fill("30");
  await detail.getByRole("button", { name: "Change now" }).click();
  await expect(row(page, "9100")).toContainText("of 30");
  await detail.getByRole("button", { name: "Cancel order" }).click();
  await detail.getByLabel("Why, as shown at the machine").fill("Customer withdrew");
  await detail.getByRole("button", { name: "Cancel now" }).click();
  await expect(row(page, "9100")).toContainText("cancelled");
  await expect(detail.getByRole("button", { name: "Hold" })).toHaveCount(0);
});

test("3.6 CF-4 a lot is held from the traceability page and its recall list is a file", async ({ page }) => {
  await plant.station.upload(lotLoaded("4711", "88213", "RING-40"), partsCounted("4711", 12, 52));
  await page.goto(`${plant.mes.url}/trace?lot=88213`);
  const panel = page.getByTestId("node-panel");
  await page.getByRole("button", { name: /^Lot 88213/ }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: /^Order 4711/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel).toContainText("Lot 88213: 12 pieces");
  await page.getByRole("button", { name: /^Lot 88213/ }).click();
  const exportKey = page.getByRole("button", { name: "Export recall list" });
  await page.route("**/recall", (route) => route.abort());
  await exportKey.click();
  await expect(page.getByRole("alert")).toContainText("The MES cannot be reached. No file was made");
  await page.unroute("**/recall");
  const download = page.waitForEvent("download");
  await exportKey.click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^recall-88213-\d{8}T\d{6}Z\.csv$/);
  expect(await readFile(await saved.path(), "utf8")).toContain('"4711";"CNC-2";"WS-14";');
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.getByRole("button", { name: "Hold", exact: true }).click();
  await page.getByLabel("Planner's key").fill(plant.mes.plannerToken);
  await page.getByLabel("Why, as shown at the machine").fill("Q-118");
  await page.getByRole("button", { name: "Hold now" }).click();
  await expect(panel).toContainText("on hold: Q-118", { timeout: 20_000 });
  await shot(page, "planning-lot");
  await page.getByRole("button", { name: "Release", exact: true }).click();
  await page.getByRole("button", { name: "Release now" }).click();
  await expect(panel).not.toContainText("Q-118", { timeout: 20_000 });
});
