import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { type Plant, startPlant } from "../plant.ts";
import { readJournal } from "../testing/journal.ts";
import { takeShots } from "../testing/take-shots.ts";
import { type TerminalScreen, terminalScreen } from "../testing/terminal-screen.ts";

/* The mapping of a station leaves it as a file and comes in again, at the panel of the real window. */

test.describe.configure({ mode: "serial" });

let plant: Plant;
let terminal: TerminalScreen;
const folder = () => path.join(plant.dataFolder, "exchange");
const main = () => terminal.page.getByRole("main");

test.beforeAll(async () => {
  test.setTimeout(180_000);
  plant = await startPlant({ cycleMs: 1_000, machines: "lathe,press" });
  await plant.perform("press chance off");
  terminal = terminalScreen((await plant.openWindow()).page);
  await expect(terminal.key(/C\. Weiss/)).toBeVisible();
  await plant.perform("scan BG1003");
  await expect(terminal.person).toContainText("C. Weiss");
  await terminal.key("Mehr").click(); // her language is German
  await terminal.page.getByRole("radio", { name: "English" }).click();
  await terminal.key("Machine connections").click();
  await terminal.key("Set up a machine").click();
});

test.afterAll(async () => {
  await plant.close();
});

test("MM-12 a wrong password is told in words and asked again, the right one opens the machine", async () => {
  await main()
    .getByRole("button", { name: /^Press/ })
    .first()
    .click();
  await expect(terminal.key("Look into it")).toBeVisible({ timeout: 30_000 });
  await main().getByRole("radio", { name: "User", exact: true }).click();
  await terminal.key("Log in").click();
  const type = async (text: string) => {
    for (const letter of text) await main().getByRole("button", { name: letter, exact: true }).click();
  };
  await type("takt");
  await main()
    .getByRole("button", { name: /^Password/ })
    .click();
  await type("false");
  await terminal.key("Log in").click();
  await expect(terminal.page.getByText("does not accept this user or password")).toBeVisible({
    timeout: 30_000,
  });
  await takeShots(terminal.page, "37-commissioning-login");
  await terminal.page.getByRole("button", { name: "Close" }).click();
  await type("takt");
  await expect(main().getByText("••••")).toBeVisible();
  await terminal.key("Log in").click();
  await expect(main().getByText("Which machine?")).toBeVisible({ timeout: 60_000 });
  await terminal.key("Back").click();
});

test("MM-14 a lead writes the mapping to a file, sees what another would change, and takes it in", async () => {
  await terminal.key("To and from a file").click();
  await expect(main().getByText(folder())).toBeVisible();
  await terminal.key(/^Write a file/).click();
  await expect(main().getByText(/^mapping-.*\.json$/)).toBeVisible();
  const [written = ""] = readdirSync(folder());
  const mapping = JSON.parse(readFileSync(path.join(folder(), written), "utf8")) as {
    machines: { name: string; machineId: string; signals: unknown[] }[];
  };
  const press = mapping.machines.find(({ name }) => name.startsWith("Press"));
  if (press === undefined) throw new Error("The plant has no press");
  const name = press.name;
  press.name = "Press of hall 2";
  writeFileSync(path.join(folder(), "bad.json"), JSON.stringify(mapping).replace("nsu=", "ns="));
  writeFileSync(path.join(folder(), "hall-2.json"), JSON.stringify(mapping));

  await terminal.key("Back").click();
  await terminal.key("To and from a file").click();
  await main()
    .getByRole("button", { name: /^bad\.json/ })
    .click();
  await expect(terminal.page.getByText(/cannot be used\. .*this value is not possible/)).toBeVisible();
  await takeShots(terminal.page, "38-mapping-refused");
  await terminal.page.getByRole("button", { name: "Close" }).click();
  await main()
    .getByRole("button", { name: /^hall-2\.json/ })
    .click();
  await expect(main().getByRole("heading", { name: "What would change" })).toBeVisible();
  await expect(main().getByText("Other: name")).toBeVisible();
  await takeShots(terminal.page, "39-mapping-compare");
  await terminal.key(/^Take it in/).click();
  await expect(main().getByRole("heading", { name: "The mapping counts from now on" })).toBeVisible();
  const saved = (await readJournal(plant)).filter(({ type }) => type === "mapping.saved");
  expect(saved.map(({ actor }) => actor)).toEqual(["P-1003"]);
  await terminal.key("Machine").last().click();
  await expect(
    main()
      .getByRole("button", { name: /^Press of hall 2/ })
      .first(),
  ).toBeVisible();
  expect(name).not.toBe("Press of hall 2");
});
