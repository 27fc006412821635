import path from "node:path";
import { expect, test } from "@playwright/test";
import { type Language, languages } from "../../shared/domain/people/localized-text.ts";
import { cutOff } from "../testing/cut-off.ts";
import { helpCalled, orderPaused, orderStarted, scrapReported, toolWarned } from "../testing/happenings.ts";
import { type OverviewPlant, openOverviewPlant, SHOTS } from "../testing/overview-plant.ts";

/** One plant for all: these tests only look. */
let plant: OverviewPlant;

test.beforeAll(async () => {
  plant = await openOverviewPlant();
  await plant.station.upload(
    scrapReported("4711", 1, "S-SURFACE"),
    helpCalled("quality", "4711"),
    toolWarned("T4", 330, 400),
    orderStarted("9999", 10),
    orderPaused("4711", "P-CHIPS"),
  );
});

test.afterAll(() => plant.close());

/** What the MES tells as codes, in the words of each language. */
const words: Readonly<Record<Language, { floor: readonly string[]; order: readonly string[] }>> = {
  en: {
    floor: [
      "Paused: Chips in conveyor",
      "CNC Lathe 2 calls: Quality",
      "70 cycles left of 400",
      "Order started: unknown order",
    ],
    order: [
      "Paused: Chips in conveyor",
      "1 scrap, Surface damaged",
      "2 × Burr, scrap",
      "40.006 mm, too large",
    ],
  },
  de: {
    floor: [
      "Unterbrochen: Späne im Förderer",
      "CNC Lathe 2 ruft: Qualität",
      "noch 70 Zyklen von 400",
      "Auftrag begonnen: Auftrag unbekannt",
    ],
    order: [
      "Unterbrochen: Späne im Förderer",
      "1 Ausschuss, Oberfläche beschädigt",
      "2 × Grat, Ausschuss",
      "40,006 mm, zu groß",
    ],
  },
  da: {
    floor: [
      "Pause: Spåner i transportør",
      "CNC Lathe 2 tilkalder: Kvalitet",
      "70 cyklusser tilbage af 400",
      "Ordre begyndt: ukendt ordre",
    ],
    order: [
      "Pause: Spåner i transportør",
      "1 kasseret, Overflade beskadiget",
      "2 × Grat, kasseret",
      "40,006 mm, for stor",
    ],
  },
  pl: {
    floor: [
      "Przerwa: Wióry w przenośniku",
      "CNC Lathe 2 wzywa: Jakość",
      "pozostało 70 cykli z 400",
      "Zlecenie rozpoczęte: nieznane zlecenie",
    ],
    order: [
      "Przerwa: Wióry w przenośniku",
      "1 brak, Uszkodzona powierzchnia",
      "2 × Zadzior, brak",
      "40,006 mm, za duży",
    ],
  },
};

for (const language of languages) {
  test(`U24 ${language}: what the MES tells of floor and orders is said in the reader's language`, async ({
    page,
  }) => {
    await page.addInitScript((chosen) => localStorage.setItem("takt.language", chosen), language);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(plant.mes.url);
    await expect(page.getByTestId("concern-help-call")).toBeVisible();
    for (const sentence of words[language].floor)
      await expect(page.getByRole("main")).toContainText(sentence);
    expect(await cutOff(page)).toEqual([]);
    await page.screenshot({ path: path.join(SHOTS, `overview-floor-${language}.png`) });

    await page.goto(`${plant.mes.url}/orders?order=4711`);
    const detail = page.getByTestId("detail-4711");
    await expect(detail.getByRole("img").last()).toBeVisible();
    await detail.locator("button[aria-expanded]").last().click(); // checks, defects and the rest
    for (const more of await detail.locator("section > button").all()) await more.click();
    for (const sentence of words[language].order) await expect(detail).toContainText(sentence);
    expect(await cutOff(page)).toEqual([]);
    await page.screenshot({ path: path.join(SHOTS, `overview-orders-${language}.png`), fullPage: true });
  });
}
