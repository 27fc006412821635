import path from "node:path";
import { chromium, expect, type Page, test } from "@playwright/test";
import type { LotRecall, OrderGenealogy } from "../../shared/protocol/genealogy-pages.ts";
import type { OrderDetail, OrdersPage } from "../../shared/protocol/pages.ts";
import { type Plant, startPlant, type TaktAnswer } from "../plant.ts";
import { DEBIAN_CHROMIUM } from "../testing/debian-chromium.ts";
import { SHOTS } from "../testing/overview-plant.ts";
import { type TerminalScreen, terminalScreen } from "../testing/terminal-screen.ts";

/*
 * A product with a bill of material goes through three operations and two stations: the lathe's and the assembly bench.
 * Lots are changed, bookings taken back, the network goes; at the end a lot is recalled and every number agrees: on the
 * screens, in both journals and at the MES.
 */

test.describe.configure({ mode: "serial" });

let plant: Plant;
let lathe: TerminalScreen;
let bench: TerminalScreen;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  plant = await startPlant({ cycleMs: 3_600_000 }); // it makes what `count` says and nothing else
  lathe = terminalScreen((await plant.openWindow()).page);
  bench = terminalScreen((await plant.openBench()).page);
});

test.afterAll(async () => {
  await plant.close();
});

async function orderAtMes(jobOrderId: string): Promise<OrderDetail["order"]> {
  return ((await plant.askMes(`/api/v1/orders/${jobOrderId}`)) as OrderDetail).order;
}

async function reworkOrders(): Promise<readonly string[]> {
  const { orders } = (await plant.askMes("/api/v1/orders")) as OrdersPage;
  return orders.map(({ jobOrderId }) => jobOrderId).filter((jobOrderId) => jobOrderId.startsWith("9000-R"));
}

/** What a station knows by itself, its MES left aside. */
async function tracedLots(answer: Promise<TaktAnswer>): Promise<unknown> {
  const { lots } = JSON.parse((await answer).output) as Pick<OrderGenealogy, "lots">;
  return lots.map(({ lotId, fromPieces, toPieces }) => [lotId, fromPieces, toPieces]);
}

async function bookGood(terminal: TerminalScreen, pieces: number): Promise<void> {
  await terminal.go("Run");
  await terminal.key("Pad").click();
  await terminal.enter(String(pieces));
  await terminal.key(/^Book/).click();
}

async function expectMade(terminal: TerminalScreen, figures: object): Promise<void> {
  await expect(async () => expect(await terminal.figures()).toEqual(figures)).toPass();
}

test("at both stations people sign in, each at their own", async () => {
  await expect(lathe.key(/G\. Popa/)).toBeVisible();
  await plant.perform("scan BG1007");
  await expect(lathe.person).toContainText("G. Popa");
  await expect(bench.key(/E\. Rossi/)).toBeVisible();
  await plant.perform("scan BG1005 bench");
  await expect(bench.person).toContainText("E. Rossi");
  await expect(lathe.person).toContainText("G. Popa");
});

test("MA-7 operation 10: the newer lot is loaded with a reason, MA-5 then changed for the older one", async () => {
  await plant.perform("scan WO9010");
  await expect(lathe.page.getByRole("heading", { name: /9010 Valve 12/ })).toBeVisible();
  await plant.perform("scan LT70001");
  await expect(lathe.verdictBar).toContainText("70002");
  await lathe.key("Load anyway").click();
  await lathe.key("Older lot not found").click();
  await expect(lathe.page.getByRole("main")).toContainText("70001");
  await plant.perform("count 8");
  await expectMade(lathe, { good: 8, scrap: 0, rework: 0 });
  await plant.perform("scan LT70002");
  await lathe.go("Run");
  await expect(lathe.page.getByRole("main")).toContainText("70002");
  await plant.perform("count 14");
  await expectMade(lathe, { good: 22, scrap: 0, rework: 0 });
});

test("CR-2 operation 10: three pieces of scrap were one too many; the order ends with 20 good", async () => {
  await lathe.go("Run");
  await lathe.key(/^Scrap/).click();
  await lathe.key("+5").click();
  await lathe.key("Out of dimension").click();
  await expectMade(lathe, { good: 16, scrap: 6, rework: 0 });
  await lathe.go("Run");
  await lathe.key("Bookings").click();
  await lathe.key("Correct: Scrap 6, Out of dimension").click();
  await lathe.enter("4");
  await lathe.key("4 back").click();
  await expect(lathe.page.getByRole("main")).toContainText("4 of 6 taken back");
  await expectMade(lathe, { good: 20, scrap: 2, rework: 0 });
  await lathe.go("Run");
  await lathe.key(/^Finish/).click();
  await expect.poll(async () => (await orderAtMes("9010")).state).toBe("finished");
});

test("RW-2 RW-3 operation 20: what the one before handed on can be worked", async () => {
  await plant.perform("scan WO9020");
  await expect(lathe.page.getByRole("heading", { name: /9020 Valve 12/ })).toBeVisible();
  await bookGood(lathe, 17);
  await lathe.go("Run");
  await lathe.key(/^Scrap/).click();
  await lathe.key("Surface damaged").click();
  await expectMade(lathe, { good: 17, scrap: 1, rework: 0 });
});

test("RW-7 two pieces go back to operation 10 with three touches, and come as an order of their own", async () => {
  await lathe.go("Run");
  await lathe.key(/^Rework/).click();
  await lathe.key("One more").click();
  await lathe.key("Turn again").click();
  await lathe.key(/Back to .*Turn/).click();
  await expectMade(lathe, { good: 17, scrap: 1, rework: 2 });
  await expect.poll(reworkOrders).toHaveLength(1);
  const [reworkOrder = ""] = await reworkOrders();
  await lathe.go("Orders");
  await lathe.key("Next").click();
  await expect(lathe.page.getByRole("main")).toContainText("Rework for operation 20");
  await plant.perform(`scan WO${reworkOrder}`);
  await lathe.key(`Pause 9020 and start ${reworkOrder}`).click();
  await lathe.go("Run");
  await expect(lathe.page.getByRole("heading", { name: new RegExp(reworkOrder) })).toBeVisible();
  await bookGood(lathe, 2);
  await lathe.go("Run");
  await lathe.key(/^Finish/).click();
  await expect.poll(async () => (await orderAtMes(reworkOrder)).state).toBe("finished");
});

test("RW-4 RW-6 what came back is booked good once, and was no first pass", async () => {
  await plant.perform("scan WO9020");
  await lathe.go("Run");
  await expect(lathe.page.getByRole("main")).toContainText("2 are back from rework");
  await bookGood(lathe, 2);
  await expectMade(lathe, { good: 19, scrap: 1, rework: 2 });
  await lathe.go("Run");
  await lathe.key(/^Finish/).click();
  await lathe.key("Too many rejects").click();
  await expect.poll(async () => (await orderAtMes("9020")).state).toBe("finished");
});

test("operation 30: the bench loads what the lathe made, and works on while the MES is gone", async () => {
  test.setTimeout(180_000);
  // The news of operation 20 has come: before that the order is blocked.
  await expect(bench.key("Start 9030 Valve 12")).toBeVisible();
  await plant.perform("scan WO9030 bench");
  await expect(bench.page.getByRole("heading", { name: /9030 Valve 12/ })).toBeVisible();
  await plant.perform("scan LT70010 bench");
  await plant.stopMes();
  await plant.perform("scan LT70020 bench");
  await bookGood(bench, 12);
  await expectMade(bench, { good: 12, scrap: 0, rework: 0 });
  await expect(bench.sync).toContainText("Saved here");
  await plant.startMes();
  await expect(bench.sync).toContainText("Up to date", { timeout: 60_000 });
  await expect.poll(async () => (await orderAtMes("9030")).good).toBe(12);
});

test("MA-11 operation 30: the rest of the seals is counted, and what was booked too much taken back", async () => {
  await bookGood(bench, 5);
  await expect(bench.undoBar).toContainText("5 good booked");
  await bench.undoBar.getByRole("button", { name: /Undo/ }).click();
  await expectMade(bench, { good: 12, scrap: 0, rework: 0 });
  await bookGood(bench, 6);
  await bench.go("Run");
  await bench.key(/^Scrap/).click();
  await bench.key("Clamped wrong").click();
  await expectMade(bench, { good: 18, scrap: 1, rework: 0 });
  await bench.go("Run");
  await bench.page.getByRole("button", { name: /Seal 5/ }).click();
  await bench.page
    .getByRole("listitem")
    .filter({ hasText: "Seal 5" })
    .getByRole("button", { name: "Take off" })
    .click();
  await bench.enter("459");
  await bench.key(/^Rest 459/).click();
  await bench.go("Run");
  await bench.key(/^Finish short/).click();
  await bench.key("Material used up").click();
  await expect.poll(async () => (await orderAtMes("9030")).state).toBe("finished");
});

test("every level tells the same: screens, both journals, the MES", async () => {
  for (const verified of [await plant.takt("verify"), await plant.taktAtBench("verify")]) {
    expect(verified.output).toContain("Verified");
    expect(verified.exitCode).toBe(0);
  }
  expect(await tracedLots(plant.takt("trace", "order", "9010", "--json"))).toEqual([
    ["70001", 0, 8],
    ["70002", 8, 22],
  ]);
  expect(JSON.parse((await plant.takt("trace", "order", "9010", "--json")).output)).toMatchObject({
    instructions: [{ documentId: "AA-1201", revision: "3", fromPieces: 0, toPieces: 22 }],
  });
  const [rework = ""] = await reworkOrders();
  expect(JSON.parse((await plant.takt("trace", "order", "9020", "--json")).output)).toMatchObject({
    reworkOrders: [{ jobOrderId: rework, pieces: 2 }],
  });
  expect((await plant.takt("trace", "order", rework)).output).toContain("repairs\torder 9020\t2 pieces");
  expect(await tracedLots(plant.taktAtBench("trace", "lot", "70010", "--json"))).toEqual([["70010", 0, 19]]);
  expect(await plant.taktAtBench("trace", "lot", "70001")).toMatchObject({ exitCode: 1 });
  expect(await orderAtMes("9010")).toMatchObject({ good: 20, scrap: 2, rework: 0 });
  expect(await orderAtMes("9020")).toMatchObject({ good: 19, scrap: 1, rework: 2 });
  expect(await orderAtMes("9030")).toMatchObject({ good: 18, scrap: 1, rework: 0 });
  const made = (await plant.askMes("/api/v1/genealogy/orders/9010")) as OrderGenealogy;
  expect(made.lots).toMatchObject([
    { lotId: "70001", fromPieces: 0, toPieces: 8 },
    { lotId: "70002", fromPieces: 8, toPieces: 22 },
  ]);
  expect(made.work[0]?.overrides).toMatchObject([{ lotId: "70001", rule: "older-first" }]);
  const assembled = (await plant.askMes("/api/v1/genealogy/orders/9030")) as OrderGenealogy;
  expect(assembled.lots.find(({ lotId }) => lotId === "70020")).toMatchObject({ consumed: "41" });
});

test("MA-37 a lot is recalled: its pieces, those of the operations after, and all that was assembled of them", async () => {
  const recall = (await plant.askMes("/api/v1/genealogy/lots/70001/recall")) as LotRecall;
  const affected = recall.affected.map(({ jobOrderId, stationId, fromPieces, toPieces, depth }) => {
    return { jobOrderId, stationId, pieces: toPieces - fromPieces, depth };
  });
  const rework = affected.filter(({ jobOrderId }) => jobOrderId.includes("-R"));
  expect(rework).toMatchObject([{ stationId: "WS-14", pieces: 2, depth: 1 }]);
  expect(affected.filter((row) => !rework.includes(row))).toEqual([
    { jobOrderId: "9010", stationId: "WS-14", pieces: 8, depth: 1 },
    { jobOrderId: "9020", stationId: "WS-14", pieces: 22, depth: 1 },
    { jobOrderId: "9030", stationId: "WS-15", pieces: 19, depth: 1 },
  ]);
  await onMesPage("/trace?lot=70001", async (page) => {
    await expect(page.locator('[data-figure="pieces"]')).toContainText("22");
    await page.getByRole("button", { name: /^Order 9030/ }).click();
    await expect(page.getByTestId("node-panel")).toContainText("AA-1203 Assembling Valve 12, revision 5");
    await page.screenshot({ path: path.join(SHOTS, "overview-trace-recall.png") });
    await page.getByRole("button", { name: "Show tables" }).click();
    await expect(page.getByRole("heading", { name: /Recall list: 22 pieces/ })).toBeVisible();
  });
});

async function onMesPage(address: string, look: (page: Page) => Promise<void>): Promise<void> {
  const browser = await chromium.launch(DEBIAN_CHROMIUM);
  try {
    const page = await browser.newPage({ locale: "en-GB", viewport: { width: 1280, height: 900 } });
    await page.goto(plant.mesUrl + address);
    await look(page);
  } finally {
    await browser.close();
  }
}
