import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type Language, languages } from "../../shared/domain/people/localized-text.ts";
import { cutOff } from "../testing/cut-off.ts";
import { machineTurned } from "../testing/happenings.ts";
import { fillHall, fourMachines, gapOf, piecesPerMinute, plantMachines } from "../testing/machine-hall.ts";
import { type OverviewPlant, openOverviewPlant, SHOTS } from "../testing/overview-plant.ts";

let plant: OverviewPlant;
let leaveHall = (): void => undefined;

test.beforeAll(async () => {
  plant = await openOverviewPlant();
  await fourMachines(plant.station);
});

test.afterAll(async () => {
  leaveHall();
  await plant.close();
});

const machine = (page: Page, machineId: string) => page.getByTestId(`machine-${machineId}`);

test("RU-8 RU-10 state, speed and last gap of each machine stand on the page and change without a reload", async ({
  page,
}) => {
  await page.goto(plant.mes.url);
  await expect(machine(page, "cnc-2")).toContainText(
    /Running.*2 pcs\/min.*Gap \d\d:\d\d, 2 min: connection lost/,
  );
  await expect(machine(page, "press-1")).toContainText(/Stopped4 min24 pcs\/minno gap/);
  await expect(machine(page, "pack-1")).toContainText(/Set-up11 minno speedno gap/);
  await expect(machine(page, "oven-1")).toContainText(/No data6 minno speedGap since/);
  const silent = page.getByTestId("concern-machine-no-data");
  await expect(silent).toContainText(/Tempering oven 1, no dataGap since .*: connection lost6 min/);
  await expect(page.getByTestId("floor-shift")).toContainText(/^(Early 06–14|Late 14–22|Night 22–06)$/);

  const [, press, , oven] = plantMachines;
  await plant.station.upload(
    machineTurned("running", "stopped", press),
    machineTurned("running", "no-data", oven),
  );
  await expect(machine(page, "press-1")).toContainText("Running");
  await expect(machine(page, "oven-1")).toContainText("Running");
  await expect(silent).toHaveCount(0);

  await plant.station.upload(machineTurned("fault", "running", press));
  await expect(page.getByTestId("concern-machine-fault")).toContainText("Press 1, fault");
  const gaps = [{ ...gapOf("oven-1", 30, 1), cause: "server-restarted" as const }];
  await plant.station.uploadSignals({
    machines: plantMachines,
    series: [piecesPerMinute("oven-1", 30)],
    gaps,
  });
  await expect(machine(page, "oven-1")).toContainText("30 pcs/min");
});

/** How the state of the first tile's machines is said where it is small, and where a row has room. */
const said: Readonly<Record<Language, { readonly counts: string; readonly word: string }>> = {
  en: { counts: "Set-up\u00a01", word: "Set-up" },
  de: { counts: "Rüsten\u00a01", word: "Rüsten" },
  da: { counts: "Omstilling\u00a01", word: "Omstilling" },
  pl: { counts: "Przezbrajanie\u00a01", word: "Przezbrajanie" },
};

/** A desk screen and a television; each language sees each theme on one of them. */
const looks = (language: Language) => {
  const themes = language === "en" || language === "pl" ? ["light", "dark"] : ["dark", "light"];
  return [
    { theme: themes[0], size: { width: 1366, height: 768 } },
    { theme: themes[1], size: { width: 1920, height: 1080 } },
  ];
};

async function look(page: Page, language: Language, name: string): Promise<void> {
  for (const { theme, size } of looks(language)) {
    await page.setViewportSize(size);
    await page.goto(plant.mes.url);
    await page.evaluate(
      (chosen) => {
        localStorage.setItem("takt.theme", chosen.theme ?? "");
        localStorage.setItem("takt.language", chosen.language);
      },
      { theme, language },
    );
    await page.reload();
    await expect(page.getByTestId("tile-WS-14")).toBeVisible();
    await page.screenshot({ path: path.join(SHOTS, `${name}-${size.width}-${theme}-${language}.png`) });
    expect(await cutOff(page)).toEqual([]);
    expect(await belowTheFold(page)).toEqual([]);
  }
}

/** Tiles that are not wholly on the screen, and lines of a tile that are not wholly in it. */
async function belowTheFold(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("article")].flatMap((tile) => {
      const { bottom } = tile.getBoundingClientRect();
      const lines = [...tile.querySelectorAll("p, li")]
        .map((line) => ({ text: line.textContent, low: line.getBoundingClientRect().bottom }))
        .filter(({ low }) => low > bottom);
      const below = bottom > window.innerHeight ? [tile.textContent] : [];
      return [...below, ...lines.map(({ text }) => text)];
    }),
  );
}

for (const language of languages) {
  test(`RU-8 U24 ${language}: one station's machines have a line each, with nothing cut off`, async ({
    page,
  }) => {
    await look(page, language, "machines-one");
    await expect(machine(page, "pack-1")).toContainText(said[language].word);
  });
}

test.describe("a hall of twelve", () => {
  test.beforeAll(async () => {
    leaveHall = await fillHall(plant.mes);
  });

  for (const language of languages) {
    test(`1.5 U24 ${language}: in a hall of twelve every machine is told by colour, shape and word`, async ({
      page,
    }) => {
      await look(page, language, "machines-hall");
      await expect(page.getByTestId("tile-WS-14").getByRole("list")).toContainText(said[language].word);
      await page.setViewportSize({ width: 1366, height: 768 });
      await expect(page.getByTestId("tile-WS-14").getByText(said[language].counts)).toBeVisible();
    });
  }
});
