import path from "node:path";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { axeViolations } from "../testing/axe-violations.ts";
import { type OverviewPlant, openOverviewPlant, SHOTS } from "../testing/overview-plant.ts";

/** One plant for all: these tests only look. */
let plant: OverviewPlant;

test.beforeAll(async () => {
  plant = await openOverviewPlant();
});

test.afterAll(() => plant.close());

const tile = (page: Page) => page.getByTestId("tile-WS-14");
const row = (page: Page, order: string) => page.getByTestId(`order-${order}`);

test("3.2 filters, search and the open row are in the address, and the back button works", async ({
  page,
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

test("U9 everything on both pages is done with the keyboard", async ({ page }) => {
  await page.goto(plant.mes.url);
  await expect(tile(page)).toBeVisible();
  await page.getByRole("link", { name: "Orders" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Orders" })).toBeFocused();
  const key = row(page, "4711").getByRole("button");
  await key.focus();
  await page.keyboard.press("Enter");
  await expect(key).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByTestId("detail-4711")).toContainText("2 × Burr");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("detail-4711")).toHaveCount(0);
});

test("U24 language and theme are switched in the bar and remembered", async ({ page }) => {
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
  { address: "/trace?order=4711", theme: "light", language: "de", size: { width: 1440, height: 900 } },
];

for (const look of looks) {
  const name = `${pageOf(look)}-${look.theme}-${look.language}-${look.size.width}`;
  test(`U1 U2 U5 U22 ${name}: axe is clean, targets and text are large enough, nothing leaves the house`, async ({
    page,
  }) => {
    const errors: string[] = []; // among them every violation of the content security policy
    const strangers: string[] = [];
    page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
    page.on("request", (request) => {
      if (!request.url().startsWith(plant.mes.url)) strangers.push(request.url());
    });
    await page.addInitScript(({ theme, language }) => {
      localStorage.setItem("takt.theme", theme);
      localStorage.setItem("takt.language", language);
    }, look);
    await page.setViewportSize(look.size);
    await page.goto(plant.mes.url + look.address);
    await expect(settled(page, look)).toBeVisible();
    await page.screenshot({ path: path.join(SHOTS, `overview-${name}.png`) });

    expect(await axeViolations(page)).toEqual([]);
    expect(await tooSmall(page)).toEqual([]);
    expect(errors).toEqual([]);
    expect(strangers).toEqual([]);
  });
}

function pageOf({ address }: Look): string {
  return address === "/" ? "floor" : address.slice(1, address.indexOf("?"));
}

/** What a page shows last. */
function settled(page: Page, look: Look): Locator {
  switch (pageOf(look)) {
    case "orders":
      return page.getByTestId("detail-4711").getByRole("img").last();
    case "trace":
      return page.getByTestId("node-panel").getByText("MIT-07");
    default:
      return tile(page);
  }
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
