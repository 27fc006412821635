import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "@playwright/test";
import type { FloorPage, OrderDetail } from "../../shared/protocol/pages.ts";
import type { UnitPage } from "../../shared/protocol/unit-pages.ts";
import { type Plant, startPlant } from "../plant.ts";
import { type TerminalScreen, terminalScreen } from "../testing/terminal-screen.ts";

/*
 * One day at one machine, in the real window on real processes: the steps follow one another and share the plant. What
 * is asked at the end is what counts: screen, journal and MES tell the same story.
 */

test.describe.configure({ mode: "serial" });

let plant: Plant;
let terminal: TerminalScreen;
const violations: string[] = [];
const requests: string[] = [];

test.beforeAll(async () => {
  test.setTimeout(180_000);
  plant = await startPlant({ cycleMs: 1_000 });
  const { page } = await plant.openWindow();
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text());
  });
  page.on("pageerror", (failure) => violations.push(failure.message));
  terminal = terminalScreen(page);
});

test.afterAll(async () => {
  await plant.close();
});

interface JournalLine {
  readonly type: string;
  readonly jobOrder: string | null;
  readonly payload: string;
}

async function order4711(): Promise<OrderDetail> {
  return (await plant.askMes("/api/v1/orders/4711")) as OrderDetail;
}

test("an operator signs in with the badge", async () => {
  await expect(terminal.key(/G\. Popa/)).toBeVisible(); // the names have come from the MES
  await plant.perform("scan BG1007");
  await expect(terminal.person).toContainText("G. Popa");
});

test("a scanned traveller starts the order, and the machine counts it up", async () => {
  await plant.perform("scan WO4711");
  await expect(terminal.page.getByRole("heading", { name: /4711 Flange 40/ })).toBeVisible();
  await expect.poll(async () => Number(await terminal.good.innerText())).toBeGreaterThan(2);
});

test("a scanned lot is loaded, a lot of another item is not", async () => {
  await plant.perform("scan LT88213");
  await expect(terminal.page.getByRole("main")).toContainText("88213");
  await plant.perform("scan LT77120");
  await expect(terminal.verdictBar).toContainText("WRONG");
  await expect(terminal.verdictBar).toContainText("Nothing booked");
  await terminal.verdictBar.getByRole("button", { name: "Close" }).click();
  await expect(terminal.verdictBar).toBeHidden();
});

test("scrap with a reason is two taps, and is taken back with one", async () => {
  await terminal.go("Run");
  await terminal.key(/^Scrap/).click();
  await terminal.key("Out of dimension").click();
  await expect(terminal.undoBar).toContainText("1 scrap booked");
  await terminal.undoBar.getByRole("button", { name: /Undo/ }).click();
  await expect.poll(async () => (await terminal.figures()).scrap).toBe(0);
});

test("scrap and rework are booked", async () => {
  await terminal.key(/^Scrap/).click();
  await terminal.key("Out of dimension").click();
  await expect.poll(async () => (await terminal.figures()).scrap).toBe(1);
  await terminal.key(/^Rework/).click();
  await terminal.key("Deburr").click();
  await expect.poll(async () => (await terminal.figures()).rework).toBe(1);
});

test("CR-2 6.18 of a booking that was too high a part is taken back later, then the rest", async () => {
  // No more can be scrap than the machine has made.
  await expect.poll(async () => (await terminal.figures()).good).toBeGreaterThan(6);
  await terminal.go("Run");
  await terminal.key(/^Scrap/).click();
  await terminal.key("+5").click();
  await terminal.key("Out of dimension").click();
  await expect.poll(async () => (await terminal.figures()).scrap).toBe(7);
  await terminal.go("Run");
  await terminal.key("Bookings").click();
  await terminal.key("Correct: Scrap 6, Out of dimension").click();
  await terminal.enter("5");
  await terminal.key("5 back").click();
  await expect(terminal.page.getByRole("main")).toContainText("5 of 6 taken back");
  await terminal.key("Correct: Scrap 6, Out of dimension").click();
  await terminal.key("1 back").click();
  await expect(terminal.page.getByRole("main")).toContainText("All taken back");
  await expect.poll(async () => (await terminal.figures()).scrap).toBe(1);
  await expect.poll(async () => (await order4711()).order.scrap).toBe(1);
});

test("a sample is measured: the first piece on the pad, the others with the gauge", async () => {
  await terminal.go("Quality");
  await terminal.key("Pad").click();
  await terminal.enter("39.991");
  await expect(terminal.page.getByTestId("pad-value")).toContainText("39.991");
  await terminal.key(/^Book/).click();
  await terminal.key("Close").click();
  for (const [index, value] of ["39.989", "39,987", "39.990", "39.985"].entries()) {
    await plant.perform(`gauge ${value}`);
    await expect.poll(async () => (await order4711()).measurements.length).toBe(index + 2);
  }
  await expect(terminal.page.getByRole("main")).toContainText("39.987");
});

test("a defect is logged with its code", async () => {
  await terminal.go("Quality");
  await terminal.key("Log defect").click();
  await terminal.key("Burr").click();
  await terminal.key("Save scrap").click();
  await expect.poll(async () => (await terminal.figures()).scrap).toBe(2);
});

test("the order is paused with a reason, and resumed", async () => {
  await terminal.go("Run");
  await terminal.key("Pause").click();
  await terminal.key("Tool change").click();
  await expect(terminal.key("Resume")).toBeVisible();
  await terminal.key("Resume").click();
  await expect(terminal.key("Pause")).toBeVisible();
});

test("the MES goes away: everything is saved here, counted, and drained when it is back", async () => {
  await plant.stopMes();
  await terminal.go("Run");
  await terminal.key(/^Scrap/).click();
  await terminal.key("Out of dimension").click();
  await expect(terminal.undoBar).toContainText("1 scrap booked");
  await expect(terminal.sync).toContainText("Saved here");
  await expect(terminal.sync).toContainText(/\d+ waiting/);
  await plant.startMes();
  await expect(terminal.sync).toContainText("Up to date", { timeout: 60_000 });
  await expect.poll(async () => (await order4711()).order.scrap).toBe(3);
});

test("a worn tool raises one maintenance order, at the machine and in the MES", async () => {
  test.setTimeout(180_000);
  await plant.perform("speed 18");
  await terminal.go("Machine");
  await expect(terminal.page.getByRole("main")).toContainText("CNC-2:T4:1", { timeout: 120_000 });
  await plant.perform("speed 1");
  await expect
    .poll(async () => {
      const { attention } = (await plant.askMes("/api/v1/floor")) as FloorPage;
      return attention.filter(({ kind }) => kind === "maintenance").map(({ id }) => id);
    })
    .toEqual(["CNC-2:T4:1"]);
});

test("the machine stands still: the screen and the MES show the same numbers", async () => {
  await plant.perform("machine stop");
  await expect(async () => {
    const { good, scrap, rework } = (await order4711()).order;
    expect(await terminal.figures()).toEqual({ good, scrap, rework });
  }).toPass();
});

test("OR-5 the order is finished short: the key asks why, one tap on the reason ends it", async () => {
  await terminal.go("Run");
  await terminal.key(/^Finish short/).click();
  await terminal.key("Material used up").click();
  await expect.poll(async () => (await order4711()).order.state).toBe("finished");
});

const box = () => terminal.page.getByRole("region", { name: "Box", exact: true });

/** Closes the open box and prints its label. @returns its SSCC, as the label in the folder has it */
async function closeAndPrint(before: string): Promise<string> {
  await terminal.key("Close box").click();
  const label = terminal.page.getByRole("region", { name: /^Label \d{18}$/ });
  const numberOf = async () => ((await label.getAttribute("aria-label")) ?? "").slice("Label ".length);
  await expect.poll(numberOf).not.toBe(before);
  const sscc = await numberOf();
  await terminal.key("Print label").click();
  await expect(label).toContainText("The label lies in");
  const drawn = await readFile(path.join(plant.dataFolder, "labels", `${sscc}.svg`), "utf8");
  expect(drawn).toContain(`(00)${sscc}`);
  return sscc;
}

test("PK-7 a box is filled; as long as what went into it is on hold it stays open, and says why", async () => {
  await plant.perform("scan WO4720");
  await expect(terminal.page.getByRole("heading", { name: /4720 Ring 22/ })).toBeVisible();
  await plant.perform("scan LT77120");
  await terminal.go("Run");
  await terminal.key("Pad").click();
  await terminal.enter("30");
  await terminal.key(/^Book/).click();
  await terminal.go("Run");
  await terminal.key("Pack").click();
  await terminal.key("New box").click();
  await terminal.key("Put in 24").click();
  await expect(box()).toContainText("24 in it");
  await plant.planAtMes("/api/v1/lots/77120/hold", { reason: "Q-200" });
  await expect(box()).toContainText("Held: 77120: Q-200");
  await terminal.key("Close box").click();
  const refusal = terminal.page.getByRole("alert");
  await expect(refusal).toContainText("Order 4720 is held and stays open");
  await refusal.getByRole("button", { name: "Close" }).click();
  await plant.planAtMes("/api/v1/lots/77120/release", {});
  await expect(box()).not.toContainText("Held");
});

test("PK-18 PK-19 a closed box is opened again by a lead's badge and one reason, and gets another number; the MES shows the same", async () => {
  const first = await closeAndPrint("");
  await terminal.key("Open again").click();
  await expect(terminal.page.getByRole("main")).toContainText("Scan a lead's badge");
  await plant.perform("scan BG1003");
  await terminal.key("Falsche Stückzahl").click(); // C. Weiss reads German
  await expect(terminal.page.getByRole("main")).toContainText("ungültig");
  await plant.perform("scan BG1007");
  await expect(terminal.person).toContainText("G. Popa");
  await terminal.key("−1").click();
  await expect(box()).toContainText("23 in it");
  const again = await closeAndPrint(first);
  await terminal.key("New box").click();
  await terminal.key("Put in 7").click();
  const second = await closeAndPrint(again);
  await expect(terminal.sync).toContainText("Up to date");
  const { units } = (await plant.askMes("/api/v1/orders/4720")) as OrderDetail;
  expect(units.map(({ sscc, pieces }) => [sscc, pieces])).toEqual([
    [again, 23],
    [second, 7],
  ]);
  const page = (await plant.askMes(`/api/v1/units/${first}`)) as UnitPage;
  expect(page.units).toMatchObject([{ sscc: again, pieces: 23, labels: 1, voidSsccs: [first] }]);
});

test("screen, journal and MES tell the same story", async () => {
  await expect(terminal.sync).toContainText("Up to date");
  const verified = await plant.takt("verify");
  expect(verified.output).toContain("Verified");
  expect(verified.exitCode).toBe(0);
  const journal = await plant.takt("journal", "--json");
  const entries = journal.output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as JournalLine);
  const { order, measurements, defects } = await order4711();
  const counted = entries
    .filter(({ type, jobOrder }) => type === "parts.counted" && jobOrder === "4711")
    .reduce((total, { payload }) => total + (JSON.parse(payload) as { delta: number }).delta, 0);
  expect(order).toMatchObject({ scrap: 3, rework: 1, good: counted - 4, defects: 1 });
  expect(measurements.map(({ value }) => value).sort()).toEqual([
    "39.985",
    "39.987",
    "39.989",
    "39.990",
    "39.991",
  ]);
  expect(defects).toMatchObject([{ quantity: 1, disposition: "scrap" }]);
});

test("§8-1 §8-7 over the whole day nothing left the package and no policy was broken", () => {
  expect(violations).toEqual([]);
  expect(requests.filter((url) => !/^(app:\/\/terminal\/|ws:\/\/127\.0\.0\.1:)/.test(url))).toEqual([]);
});
