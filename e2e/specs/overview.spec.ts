import { existsSync } from "node:fs";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import {
  defectLogged,
  diameterMeasured,
  machineTurned,
  orderPaused,
  orderStarted,
  partsCounted,
} from "../testing/happenings.ts";
import { startTrialMes, type TrialMes } from "../testing/trial-mes.ts";
import { type UploadStation, uploadStation } from "../testing/upload-station.ts";

const ROOT = path.dirname(path.dirname(import.meta.dirname));
const SHOTS = path.join(ROOT, "e2e", "shots");

interface Plant {
  readonly mes: TrialMes;
  readonly station: UploadStation;
}

/** A MES with the trial plant, and its station in contact with order 4711 running: 40 counted, 2 scrapped, 3 measured. */
const test = base.extend<{ plant: Plant }>({
  plant: async ({}, use) => {
    expect(existsSync(path.join(ROOT, "dist", "overview", "index.html")), "run `npm run build` first").toBe(
      true,
    );
    const mes = await startTrialMes();
    const station = uploadStation(mes);
    await station.connect();
    await station.upload(
      machineTurned("running", "no-signal"),
      orderStarted("4711", 600),
      partsCounted("4711", 40, 40),
      defectLogged("4711", "burr", 2),
      diameterMeasured("4711", 1, 39_988),
      diameterMeasured("4711", 2, 39_990),
      diameterMeasured("4711", 3, 40_006),
    );
    await use({ mes, station });
    station.disconnect();
    await mes.remove();
  },
});

const tile = (page: Page) => page.getByTestId("tile-WS-14");
const age = (page: Page) => page.getByTestId("age-WS-14");
const row = (page: Page, order: string) => page.getByTestId(`order-${order}`);

test("3.1 what a station reports stands on its tile without a reload, with its age", async ({
  page,
  plant,
}) => {
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

  await plant.station.upload(orderPaused("4711", "tool-change"));
  await expect(tile(page)).toHaveAttribute("data-condition", "waiting");
  await expect(tile(page)).toContainText("Paused: Tool change");
});

test("3.1 a station out of contact keeps its last state with its age and is not red", async ({
  page,
  plant,
}) => {
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
  plant,
}) => {
  await page.goto(`${plant.mes.url}/orders`);
  await expect(row(page, "4711")).toContainText("38 of 600");
  await expect(row(page, "4711")).toContainText("1 outside");
  await plant.station.upload(partsCounted("4711", 12, 52));
  await expect(row(page, "4711")).toContainText("50 of 600");

  await row(page, "4711").getByRole("button").click();
  const detail = page.getByTestId("detail-4711");
  await expect(detail).toContainText("Machine counted 12 good");
  await expect(detail).toContainText("Burr");
  await expect(detail).toContainText("40.006 mm");
  await expect(detail).toContainText("too large");
  await expect(detail.getByRole("img")).toHaveAccessibleName(/50 good of 600/);
  await page.screenshot({ path: path.join(SHOTS, "overview-orders-open.png"), fullPage: true });
});

test("3.2 filters, search and the open row are in the address, and the back button works", async ({
  page,
  plant,
}) => {
  await page.goto(`${plant.mes.url}/orders`);
  await page.getByRole("button", { name: /^Blocked/ }).click();
  await expect(row(page, "4698")).toBeVisible();
  await expect(row(page, "4711")).toHaveCount(0);
  await expect(page).toHaveURL(/show=blocked/);
  await page.goBack();
  await expect(row(page, "4711")).toBeVisible();

  await page.getByRole("searchbox").fill("WO4720");
  await expect(row(page, "4711")).toHaveCount(0);
  await expect(row(page, "4720")).toContainText("Ring 22");
  await page.reload();
  await expect(page.getByRole("searchbox")).toHaveValue("WO4720");
  await page.getByRole("searchbox").fill("nothing like it");
  await page.getByRole("button", { name: "Show all orders" }).click();
  await expect(row(page, "4711")).toBeVisible();
});

test("3.1 with the MES gone the page says so and keeps what it knew; it recovers by itself", async ({
  page,
  plant,
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
  plant,
}) => {
  await page.goto(`${plant.mes.url}/orders`);
  await expect(row(page, "4711")).toContainText("38 of 600");
  await page.route("**/api/v1/orders", (route) =>
    route.fulfill({ json: { asOfUtc: "yesterday", orders: [{ jobOrderId: 4711 }] } }),
  );
  await expect(page.getByTestId("source-notice")).toContainText("cannot read");
  await expect(row(page, "4711")).toContainText("38 of 600");
  await page.unroute("**/api/v1/orders");
  await expect(page.getByTestId("source-notice")).toHaveCount(0);
});

test("U9 everything on both pages is done with the keyboard", async ({ page, plant }) => {
  await page.goto(plant.mes.url);
  await expect(tile(page)).toBeVisible();
  await page.getByRole("link", { name: "Orders" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Orders" })).toBeFocused();
  const key = row(page, "4711").getByRole("button");
  await key.focus();
  await page.keyboard.press("Enter");
  await expect(key).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByTestId("detail-4711")).toContainText("Machine counted");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("detail-4711")).toHaveCount(0);
});

test("U24 language and theme are switched in the bar and remembered", async ({ page, plant }) => {
  await page.goto(plant.mes.url);
  await page.getByRole("combobox").selectOption("pl");
  await page.getByRole("button", { name: "Jasny motyw" }).click();
  await page.reload();
  await expect(tile(page)).toContainText("Pracuje");
  await expect(page.locator("html")).toHaveAttribute("lang", "pl");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
});

interface Look {
  readonly address: string;
  readonly theme: "light" | "dark";
  readonly language: string;
  readonly size: { readonly width: number; readonly height: number };
}

const looks: readonly Look[] = [
  { address: "/", theme: "dark", language: "en", size: { width: 1440, height: 900 } },
  { address: "/", theme: "light", language: "de", size: { width: 1366, height: 768 } },
  { address: "/", theme: "dark", language: "da", size: { width: 1920, height: 1080 } },
  { address: "/orders?order=4711", theme: "light", language: "en", size: { width: 1440, height: 900 } },
  { address: "/orders?order=4711", theme: "dark", language: "pl", size: { width: 1366, height: 768 } },
];

for (const look of looks) {
  const name = `${look.address.includes("orders") ? "orders" : "floor"}-${look.theme}-${look.language}-${look.size.width}`;
  test(`U1 U2 U5 U22 ${name}: axe is clean, targets and text are large enough, nothing leaves the house`, async ({
    page,
    plant,
  }) => {
    const violations: string[] = [];
    const strangers: string[] = [];
    page.on("console", (message) => {
      if (message.text().startsWith("CSP ")) violations.push(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(plant.mes.url)) strangers.push(request.url());
    });
    await page.addInitScript(({ theme, language }) => {
      localStorage.setItem("takt.theme", theme);
      localStorage.setItem("takt.language", language);
      document.addEventListener("securitypolicyviolation", (event) =>
        console.error(`CSP ${event.violatedDirective} ${event.blockedURI}`),
      );
    }, look);
    await page.setViewportSize(look.size);
    await page.goto(plant.mes.url + look.address);
    const settled = look.address === "/" ? tile(page) : page.getByTestId("detail-4711").getByRole("img");
    await expect(settled).toBeVisible();
    await page.screenshot({ path: path.join(SHOTS, `overview-${name}.png`) });

    const axe = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
      .options({ rules: { "target-size": { enabled: true }, "color-contrast-enhanced": { enabled: true } } })
      .analyze();
    expect(axe.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    expect(await tooSmall(page)).toEqual([]);
    expect(violations).toEqual([]);
    expect(strangers).toEqual([]);
  });
}

/** Controls under 44 px and text under 14 px, as they are drawn. */
async function tooSmall(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll("button, a, select, label:has(input)")]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 44 || box.height < 44)
      .map(({ element, box }) => `${element.textContent} is ${box.width} x ${box.height}`);
    const texts = [...document.querySelectorAll("body *")]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE))
      .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 14)
      .map((element) => `${element.textContent} is ${getComputedStyle(element).fontSize}`);
    return [...controls, ...texts];
  });
}
