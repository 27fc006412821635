import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { machineTurned, orderPaused, partsCounted } from "../testing/happenings.ts";
import { type OverviewPlant, openOverviewPlant, SHOTS } from "../testing/overview-plant.ts";

const tile = (page: Page) => page.getByTestId("tile-WS-14");
const age = (page: Page) => page.getByTestId("age-WS-14");
const row = (page: Page, order: string) => page.getByTestId(`order-${order}`);

let plant: OverviewPlant;

test.beforeEach(async () => {
  plant = await openOverviewPlant();
});

test.afterEach(() => plant.close());

test("3.1 what a station reports stands on its tile without a reload, with its age", async ({ page }) => {
  await page.goto(plant.mes.url);
  await expect(tile(page)).toContainText("Running");
  await expect(tile(page)).toContainText("4711 Flange 40");
  await expect(tile(page)).toContainText("38");
  await expect(age(page)).toContainText(/live.*last event \d+ s ago/);
  await expect(page.getByTestId("count-running")).toContainText("1");

  await plant.station.upload(partsCounted("4711", 5, 45));
  await expect(tile(page)).toContainText("43");
  await expect(page.getByTestId("good-total")).toHaveText("43");

  await plant.station.upload(machineTurned("stopped", "running"));
  await expect(tile(page)).toHaveAttribute("data-condition", "stopped");
  await expect(page.getByTestId("concern-stopped")).toContainText("CNC Lathe 2 stopped");

  await plant.station.upload(orderPaused("4711", "P-TOOL"));
  await expect(tile(page)).toHaveAttribute("data-condition", "waiting");
  await expect(tile(page)).toContainText("Paused: Tool change");
});

test("3.1 a station out of contact keeps its last state with its age and is not red", async ({ page }) => {
  await plant.station.upload(machineTurned("stopped", "running"));
  await page.goto(plant.mes.url);
  await expect(tile(page)).toHaveAttribute("data-condition", "stopped");

  plant.station.disconnect();
  await expect(tile(page)).toHaveAttribute("data-condition", "offline");
  await expect(tile(page)).toHaveAttribute("data-state", "no-signal");
  await expect(tile(page)).toContainText("Last: stopped");
  await expect(tile(page)).toContainText("38");
  await expect(age(page)).toContainText("last contact");
  await expect(page.getByTestId("concern-stopped")).toHaveCount(0);
});

test("3.2 an order's row moves with its bookings and opens to what was booked, measured and found", async ({
  page,
}) => {
  await page.goto(`${plant.mes.url}/orders`);
  await expect(row(page, "4711")).toContainText("38 of 600");
  await plant.station.upload(partsCounted("4711", 12, 52));
  await expect(row(page, "4711")).toContainText("50 of 600");

  await row(page, "4711").getByRole("button").click();
  const detail = page.getByTestId("detail-4711");
  await expect(detail).toContainText("Machine counted 12");
  await expect(detail.getByRole("img").last()).toHaveAccessibleName(/50 good of 600/);
  await detail.getByRole("button", { name: "3 checks, 1 outside; 2 defects" }).click();
  await expect(detail).toContainText("Burr");
  await expect(detail).toContainText("40.006 mm");
  await expect(detail).toContainText("too large");
  await page.screenshot({ path: path.join(SHOTS, "overview-orders-open.png"), fullPage: true });
});

test("3.1 with the MES gone the page says so and keeps what it knew; it recovers by itself", async ({
  page,
}) => {
  await page.goto(plant.mes.url);
  await expect(tile(page)).toContainText("38");
  plant.station.disconnect();
  await plant.mes.stop();
  const notice = page.getByTestId("source-notice");
  await expect(notice).toContainText("The MES cannot be reached.", { timeout: 30_000 });
  await expect(notice).toContainText(/\d+ s old/);
  await expect(tile(page)).toContainText("38");
  await expect(age(page)).toContainText("as of");
  await page.screenshot({ path: path.join(SHOTS, "overview-floor-unreachable.png") });

  await plant.mes.start();
  await expect(notice).toHaveCount(0, { timeout: 30_000 });
  await expect(tile(page)).toContainText("38");
});

test("3.2 an answer that is not as agreed is refused with a notice, and the last good one stays", async ({
  page,
}) => {
  await page.goto(`${plant.mes.url}/orders`);
  await expect(row(page, "4711")).toContainText("38 of 600");
  await page.route("**/api/v1/orders?*", (route) =>
    route.fulfill({ json: { asOfUtc: "yesterday", orders: [{ jobOrderId: 4711 }] } }),
  );
  await expect(page.getByTestId("source-notice")).toContainText("cannot read");
  await expect(row(page, "4711")).toContainText("38 of 600");
  await page.unroute("**/api/v1/orders?*");
  await expect(page.getByTestId("source-notice")).toHaveCount(0);
});
