import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type JobOrder, jobOrderSchema } from "../../../../shared/domain/orders/job-order.ts";
import {
  type ImportKind,
  type ImportReport,
  importReportSchema,
} from "../../../../shared/protocol/import-report.ts";
import { ordersPageSchema } from "../../../../shared/protocol/pages.ts";
import { asPlanner, call, problemOf } from "../../../testing/test-app.ts";
import { newStation } from "../../../testing/test-mes.ts";
import { testPlantOfFile } from "../../../testing/test-plant.ts";

const plant = testPlantOfFile();
const id = (prefix = "A"): string => `${prefix}${randomUUID().slice(0, 8)}`;

async function sendFile(kind: ImportKind, file: string | Buffer, query = ""): Promise<ImportReport> {
  const answer = await plant.app.inject({
    method: "POST",
    url: `/api/v1/import/${kind}${query}`,
    headers: { authorization: "Bearer planner-token-of-the-test", "content-type": "text/csv" },
    payload: file,
  });
  const report = importReportSchema.parse(answer.json());
  const isRefused = report.take === "all" && report.problems.some(({ weight }) => weight === "wrong");
  expect(answer.statusCode).toBe(isRefused ? 422 : 200);
  return report;
}

const stored = async (jobOrderId: string): Promise<JobOrder | undefined> => {
  const rows = await plant.mes.database.query<{ body: string }>(
    "SELECT body FROM job_order WHERE job_order_id = $1",
    [jobOrderId],
  );
  return rows[0] === undefined ? undefined : jobOrderSchema.parse(JSON.parse(rows[0].body));
};

const orderCount = async (): Promise<number> => {
  const page = await call(plant.app, { url: "/api/v1/orders" });
  return ordersPageSchema.parse(page.json()).total;
};

const HEAD = "order;item;quantity;due;work unit";
const faults = (report: ImportReport) =>
  report.problems
    .filter(({ weight }) => weight === "wrong")
    .map(({ row, column, fault }) => [row, column, fault]);

describe("a table of orders", () => {
  test("IM-1 the same file twice: the second time nothing is changed and no station is told anything", async () => {
    const order = id();
    await newStation(plant.mes, "CNC-IM1");
    const file = `${HEAD}\n${order};FLANGE-40;600;2026-12-01T14:00;CNC-IM1\n`;
    expect(await sendFile("orders", file)).toMatchObject({ rows: 1, created: 1, problems: [] });
    expect(await sendFile("orders", file)).toMatchObject({ created: 0, changed: 0, unchanged: 1 });
    expect(await stored(order)).toMatchObject({
      plannedQuantity: 600,
      workUnit: "CNC-IM1",
      dueUtc: "2026-12-01T14:00:00.000Z",
      status: "released",
    });
  });

  test("MA-34 an order names its document; one without a revision is wrong", async () => {
    const order = id();
    const head = `${HEAD};Work instruction;Document title;Rewizja instrukcji`;
    const row = `${order};A;5;2026-12-01;CNC-2;AA-0711;Turning Flange 40`;
    const wrong = { row: 2, column: "instructionRevision", fault: "missing" };
    const refused = await sendFile("orders", `${head}\n${row};\n`);
    expect(refused.problems).toContainEqual(expect.objectContaining(wrong));
    await sendFile("orders", `${head}\n${row};7\n`);
    expect(await stored(order)).toMatchObject({
      instructions: [{ documentId: "AA-0711", title: "Turning Flange 40", revision: "7" }],
    });
  });

  test("IM-1 what the planner did meanwhile stays: the same file does not lift a hold or bring back what was cancelled", async () => {
    const [held, cancelled] = [id(), id()];
    const file = `${HEAD}\n${held};A;5;2026-12-01;CNC-2\n${cancelled};A;5;2026-12-01;CNC-2\n`;
    await sendFile("orders", file);
    const url = (order: string, act: string) => `/api/v1/orders/${order}/${act}`;
    await call(plant.app, { url: url(held, "hold"), as: asPlanner, body: { reason: "Q-7" } });
    await call(plant.app, { url: url(cancelled, "cancel"), as: asPlanner, body: { reason: "no" } });
    expect(await sendFile("orders", file)).toMatchObject({ unchanged: 2 });
    expect(await stored(held)).toMatchObject({ hold: { reason: "Q-7" } });
    expect(await stored(cancelled)).toMatchObject({ status: "cancelled" });
  });

  test("IM-2 by default one wrong row keeps all out; each fault names row, column, what stands there and what was expected", async () => {
    const before = await orderCount();
    const good = id();
    const report = await sendFile(
      "orders",
      `${HEAD}\n${good};A;5;2026-12-01;CNC-2\n${id()};;0;31.02.2026;CNC-2\n${good};A;1.000;12/01/2026;CNC-2\n`,
    );
    expect(faults(report)).toEqual([
      [3, "item", "missing"],
      [3, "quantity", "out-of-range"],
      [3, "due", "not-a-date"],
      [4, "quantity", "not-a-whole-number"],
      [4, "due", "ambiguous-date"],
      [4, "order", "twice"],
    ]);
    const wrong = report.problems.filter(({ weight }) => weight === "wrong");
    expect(wrong[1]).toMatchObject({ found: "0", expected: "1–10000000" });
    expect(wrong[5]).toMatchObject({ found: good, expected: "2" });
    expect(report).toMatchObject({ rows: 3, goodRows: 1, created: 0 });
    expect(await orderCount()).toBe(before);
  });

  test("IM-2 ?take=good-rows takes the good ones and reports the others; ?take=nothing only looks", async () => {
    const good = id();
    const file = `${HEAD}\n${good};A;5;2026-12-01;CNC-2\n${id()};A;x;2026-12-01;CNC-2\n`;
    expect(await sendFile("orders", file, "?take=nothing")).toMatchObject({ goodRows: 1, created: 0 });
    expect(await stored(good)).toBeUndefined();
    const report = await sendFile("orders", file, "?take=good-rows");
    expect(report).toMatchObject({ goodRows: 1, created: 1 });
    expect(faults(report)).toEqual([[3, "quantity", "not-a-whole-number"]]);
    expect(await stored(good)).toBeDefined();
  });

  test.each([
    ["comma", ","],
    ["semicolon", ";"],
    ["tab", "\t"],
  ])(
    "IM-3 separator %s, byte order mark, Windows line ends, quoted line breaks and quotes",
    async (_, separator) => {
      const order = id();
      const cells = [order, "A", '"Flange ""40""\r\nlong"', "5", "2026-12-01", "CNC-2"];
      const head = ["Auftrag", "Artikel", "item name", "Menge", "Termin", "Arbeitsplatz"];
      const file = `\ufeff${head.join(separator)}\r\n${cells.join(separator)}\r\n\r\n${["", "A", "", "5", "2026-12-01", "CNC-2"].join(separator)}\r\n`;
      const report = await sendFile("orders", file, "?take=good-rows");
      expect(report.created).toBe(1);
      expect(faults(report)).toEqual([[5, "order", "missing"]]); // the line of an editor, not the number of the record
      expect((await stored(order))?.item.name).toBe('Flange "40" long');
    },
  );

  test("IM-3 decimal comma and decimal point mean the same; separators of thousands are refused, not guessed", async () => {
    const [comma, point, thousands] = [id(), id(), id()];
    const head = `${HEAD};cycle time (s)`;
    const row = (order: string, cycle: string) => `${order};A;5;2026-12-01;CNC-2;${cycle}`;
    const report = await sendFile(
      "orders",
      [head, row(comma, "12,5"), row(point, "12.5"), row(thousands, "1.234,5")].join("\n"),
      "?take=good-rows",
    );
    expect([await stored(comma), await stored(point)]).toMatchObject([
      { idealCycleSeconds: 12.5 },
      { idealCycleSeconds: 12.5 },
    ]);
    expect(faults(report)).toEqual([[4, "cycleSeconds", "not-a-number"]]);
  });

  test("IM-11 a planned set-up is taken in minutes; what is none is told with its row, and that row is not taken", async () => {
    const orders = [id(), id(), id(), id(), id()];
    const minutes = ["20", "0,5", "", "20 min", "10081"];
    const rows = orders.map((order, at) => `${order};A;5;2026-12-01;CNC-2;${minutes[at]}`);
    const report = await sendFile("orders", [`${HEAD};Set-up (min)`, ...rows].join("\n"), "?take=good-rows");
    const planned = await Promise.all(orders.map(async (order) => (await stored(order))?.setUpSeconds));
    expect(planned).toEqual([1200, 30, undefined, undefined, undefined]);
    expect(report.created).toBe(3);
    expect(faults(report)).toEqual([
      [5, "setUpMinutes", "not-a-number"],
      [6, "setUpMinutes", "out-of-range"],
    ]);
  });

  test("IM-3 Windows-1252 and UTF-16 are told in words, with the first line that shows it; nothing is guessed", async () => {
    const latin = Buffer.from(`${HEAD};item name\n${id()};A;5;2026-12-01;CNC-2;Lager gr\u00fcn\n`, "latin1");
    expect(await sendFile("orders", latin)).toMatchObject({
      created: 0,
      problems: [{ row: 2, fault: "not-utf8", found: "Windows-1252", expected: "UTF-8" }],
    });
    const wide = Buffer.from(`\ufeff${HEAD}\n`, "utf16le");
    expect(await sendFile("orders", wide)).toMatchObject({
      problems: [{ fault: "not-utf8", found: "UTF-16" }],
    });
  });

  test.each([
    ["2026-12-01", "Europe/Warsaw", "2026-12-01T22:59:00.000Z"],
    ["01.12.2026", "Europe/Warsaw", "2026-12-01T22:59:00.000Z"],
    ["1.7.2026 14:00", "Europe/Warsaw", "2026-07-01T12:00:00.000Z"],
    ["2026-12-01T14:00", "UTC", "2026-12-01T14:00:00.000Z"],
    ["2026-12-01T14:00:00+01:00", "UTC", "2026-12-01T13:00:00.000Z"],
    ["2026-12-01T14:00:00Z", "Europe/Warsaw", "2026-12-01T14:00:00.000Z"],
  ])("IM-4 due %s in %s", async (due, zone, expected) => {
    const order = id();
    await sendFile("orders", `${HEAD}\n${order};A;5;${due};CNC-2\n`, `?timeZone=${encodeURIComponent(zone)}`);
    expect((await stored(order))?.dueUtc).toBe(expected);
  });

  test.each([["tomorrow"], ["2026-13-01"], ["2026-02-30"], ["25:00"], ["2026-12-01T25:00"], ["46000"]])(
    "IM-4 due %s is no date",
    async (due) => {
      expect(faults(await sendFile("orders", `${HEAD}\n${id()};A;5;${due};CNC-2\n`))).toEqual([
        [2, "due", "not-a-date"],
      ]);
    },
  );

  test.each([
    ["nothing", "", [[null, null, "empty-file"]]],
    ["a head alone", HEAD, [[null, null, "empty-file"]]],
    ["a quote that is never closed", `${HEAD}\n"4711;A;5`, [[2, null, "not-a-table"]]],
    ["a row with a cell too many", `${HEAD}\n1;A;5;2026-12-01;CNC-2;x`, [[2, null, "too-many-cells"]]],
    ["no column for the quantity", "order;item;due\n1;A;2026-12-01", [[1, "quantity", "missing-column"]]],
    ["a column twice", `${HEAD};Menge\n1;A;5;2026-12-01;CNC-2;6`, [[1, "quantity", "column-twice"]]],
    ["a bell in a name", `${HEAD}\n1;A\u0007B;5;2026-12-01;CNC-2`, [[2, "item", "bad-characters"]]],
    ["an endless name", `${HEAD}\n1;${"x".repeat(41)};5;2026-12-01;CNC-2`, [[2, "item", "too-long"]]],
    [
      "a word that is no choice",
      `${HEAD};counts\n1;A;5;2026-12-01;CNC-2;constructor`,
      [[2, "counts", "not-a-choice"]],
    ],
    ["no work unit and no routing", `${HEAD}\n1;NO-ROUTING;5;2026-12-01;`, [[2, "workUnit", "no-routing"]]],
  ])("IM-5 %s is told in its place, and nothing is taken", async (_, file, expected) => {
    const before = await orderCount();
    expect(faults(await sendFile("orders", file))).toEqual(expected);
    expect(await orderCount()).toBe(before);
  });

  test("IM-5 too many rows, too many bytes, no token, a take or zone that is none: refused, nothing is taken", async () => {
    const many = `${HEAD}\n${"1;A;5;2026-12-01;CNC-2\n".repeat(5_001)}`;
    expect(faults(await sendFile("orders", many))).toEqual([[null, null, "too-many-rows"]]);
    const post = (url: string, payload: string, token = "planner-token-of-the-test") =>
      plant.app.inject({
        method: "POST",
        url,
        headers: { authorization: `Bearer ${token}`, "content-type": "text/csv" },
        payload,
      });
    expect((await post("/api/v1/import/orders", "x".repeat(4_000_001))).statusCode).toBe(413);
    expect((await post("/api/v1/import/orders", HEAD, "wrong")).statusCode).toBe(401);
    expect(problemOf(await post("/api/v1/import/orders?take=some", HEAD)).message).toContain("take");
    expect(problemOf(await post("/api/v1/import/orders?timeZone=Mars", HEAD)).message).toContain("IANA");
  });

  test("IM-6 a formula is stored as the text it is, and a column nobody knows is told and not used", async () => {
    const order = id();
    const name = "=HYPERLINK(1)+A1";
    const report = await sendFile(
      "orders",
      `${HEAD};item name;colour\n${order};A;5;2026-12-01;CNC-2;${name};red\n`,
    );
    expect(report.problems).toMatchObject([
      { row: 1, found: "colour", fault: "no-such-column", weight: "note" },
      { row: 2, column: "workUnit", fault: "unknown-work-unit", weight: "note" },
    ]);
    expect((await stored(order))?.item.name).toBe(name);
  });

  test("IM-7 JSON rows go the same way, by the same names and rules", async () => {
    const order = id();
    const rows = [{ order, item: "A", quantity: 5, due: "2026-12-01", workUnit: "CNC-2" }];
    const url = "/api/v1/import/orders";
    const answer = await call(plant.app, { url, as: asPlanner, body: { rows } });
    expect(answer.json()).toMatchObject({ created: 1 });
    const bad = await call(plant.app, {
      url,
      as: asPlanner,
      body: { rows: [{ ...rows[0], quantity: 1.5 }] },
    });
    expect(bad.statusCode).toBe(422);
    expect(faults(importReportSchema.parse(bad.json()))).toEqual([[1, "quantity", "not-a-whole-number"]]);
    const none = await call(plant.app, { url, as: asPlanner, body: { orders: [] } });
    expect(faults(importReportSchema.parse(none.json()))).toEqual([[null, null, "not-json"]]);
  });
});

describe("routings and bills of material", () => {
  const routing = (item: string): string =>
    [
      "item;item name;operation;operation name;work unit;cycle time;transfer quantity;counts",
      `${item};Flange 40;100;Wash;WASH-1;20;;operator`,
      `${item};;20;Turn;CNC-2;48,5;50;machine`,
      `${item};;30;Press;PRESS-1;12;;`,
    ].join("\n");
  const bom = (item: string): string =>
    [
      "item;material;material name;quantity per piece;unit;operation;revision;backflush",
      `${item};RING-40;Ring 40;1;;;B;`,
      `${item};OIL-X;Oil X;0,25;l;30;;nein`,
    ].join("\n");

  test("IM-8 item, quantity and due are enough: routing and bill of material make the chain of job orders", async () => {
    const [item, order] = [id("I"), id("P")];
    expect(await sendFile("routing", routing(item))).toMatchObject({ created: 1, goodRows: 3, problems: [] });
    expect(await sendFile("bom", bom(item))).toMatchObject({ created: 1, goodRows: 2, problems: [] });
    const file = `order;item;quantity;due\n${order};${item};240;2026-12-01\n`;
    expect(await sendFile("orders", file)).toMatchObject({ rows: 1, created: 3 });
    expect(await stored(`${order}-20`)).toMatchObject({
      workUnit: "CNC-2",
      item: { itemId: item, name: "Flange 40" },
      operation: { number: "20", name: "Turn" },
      plannedQuantity: 240,
      idealCycleSeconds: 48.5,
      countAuthority: "machine",
      materials: [{ itemId: "RING-40", quantityPerPiece: "1", revision: "B" }],
      route: { productionOrderId: order, sequence: 1, previousJobOrderId: null, transferQuantity: 50 },
    });
    expect(await stored(`${order}-30`)).toMatchObject({
      materials: [{ itemId: "OIL-X", quantityPerPiece: "0.25", unit: "l", backflush: false }],
      route: { sequence: 2, previousJobOrderId: `${order}-20`, transferQuantity: null },
    });
    expect(await stored(`${order}-100`)).toMatchObject({ route: { sequence: 3 }, materials: [] });
    expect(await sendFile("orders", file)).toMatchObject({ created: 0, changed: 0, unchanged: 3 });
    expect(await sendFile("routing", routing(item))).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await sendFile("bom", bom(item))).toMatchObject({ changed: 0, unchanged: 1 });
  });

  test("IM-9 an item is taken whole or not at all, also row-wise: half a bill of material would be believed", async () => {
    const [item, other] = [id("I"), id("I")];
    const head = "item;material;quantity per piece";
    const file = `${head}\n${item};RING;1\n${item};OIL;-2\n${other};RING;1\n`;
    const report = await sendFile("bom", file, "?take=good-rows");
    expect(report).toMatchObject({ created: 1, goodRows: 1 });
    expect(faults(report)).toEqual([
      [2, null, "other-row-of-item"],
      [3, "quantityPerPiece", "not-a-number"],
    ]);
  });

  test("IM-9 an operation or material twice is told with the row that has it first", async () => {
    const item = id("I");
    const report = await sendFile("routing", `${routing(item)}\n${item};;20;Turn again;CNC-3;10;;\n`);
    expect(report.problems.find(({ fault }) => fault === "twice")).toMatchObject({ row: 5, expected: "3" });
    expect(report.created).toBe(0);
  });
});
