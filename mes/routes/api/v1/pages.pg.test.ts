import type { FastifyInstance } from "fastify";
import { describe, expect, test } from "vitest";
import { floorPageSchema, orderDetailSchema } from "../../../../shared/protocol/pages.ts";
import { counted, defect, reported, started } from "../../../testing/sample-events.ts";
import { createStationJournal } from "../../../testing/station-journal.ts";
import { asPlanner, asStation, call, problemOf } from "../../../testing/test-app.ts";
import { newJobOrder, newStation } from "../../../testing/test-mes.ts";
import { testPlantOfFile } from "../../../testing/test-plant.ts";

const plant = testPlantOfFile();

describe("OpenAPI", () => {
  test("every route is in the document, with its answers", async () => {
    const document = (await call(plant.app, { url: "/api/v1/openapi.json" })).json<{
      paths: Record<string, Record<string, { responses: object }>>;
    }>();
    const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(documented.toSorted()).toEqual(registeredRoutes(plant.app).toSorted());
    expect(documented.toSorted()).toEqual(
      [
        "GET /api/v1/floor",
        "GET /api/v1/floor/stream",
        "GET /api/v1/genealogy/lots/{id}",
        "GET /api/v1/genealogy/lots/{id}/recall",
        "GET /api/v1/genealogy/orders/{id}",
        "GET /api/v1/genealogy/serials/{id}",
        "GET /api/v1/genealogy/tree",
        "GET /api/v1/health",
        "GET /api/v1/openapi.json",
        "GET /api/v1/orders",
        "GET /api/v1/orders/{id}",
        "GET /api/v1/stations/{stationId}/directives",
        "GET /api/v1/stations/{stationId}/handshake",
        "GET /api/v1/stations/{stationId}/rollups",
        "GET /api/v1/stations/{stationId}/stream",
        "GET /api/v1/units/{id}",
        "POST /api/v1/attention/{id}/close",
        "POST /api/v1/import/bom",
        "POST /api/v1/import/orders",
        "POST /api/v1/import/routing",
        "POST /api/v1/lots/{id}/hold",
        "POST /api/v1/lots/{id}/release",
        "POST /api/v1/maintenance/{id}/done",
        ...[
          "characteristic",
          "defect-code",
          "lot",
          "message",
          "person",
          "reason",
          "shift-calendar",
          "sscc-range",
          "tool",
        ].map((kind) => `POST /api/v1/master-data/${kind}`),
        "POST /api/v1/orders",
        ...["abort", "cancel", "cut", "down", "hold", "release", "up"].map(
          (act) => `POST /api/v1/orders/{id}/${act}`,
        ),
        "POST /api/v1/stations",
        "POST /api/v1/stations/{stationId}/journal",
        "POST /api/v1/stations/{stationId}/rollups",
      ].toSorted(),
    );
  });
});

/** Every API route that answers, from Fastify's own routing tree, written as OpenAPI writes paths. */
function registeredRoutes(instance: FastifyInstance): readonly string[] {
  const path: string[] = [];
  return instance
    .printRoutes({ commonPrefix: false })
    .split("\n")
    .flatMap((line) => {
      const [, indent = "", segment = "", methods = ""] =
        /^(.*?)[├└]── (\S*)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
      path.splice(indent.length / 4, path.length, segment);
      const url = path.join("").replace(/:(\w+)/g, "{$1}");
      const served = methods.split(", ").filter((method) => method === "GET" || method === "POST");
      return url.startsWith("/api/") ? served.map((method) => `${method} ${url}`) : [];
    });
}

async function importMasterData(kind: string, item: object): Promise<void> {
  const answer = await call(plant.app, {
    url: `/api/v1/master-data/${kind}`,
    as: asPlanner,
    body: { items: [item] },
  });
  expect(answer.statusCode).toBe(200);
}

describe("pages", () => {
  test("the answers have the shapes that the pages read", async () => {
    const stationId = await newStation(plant.mes);
    const order = await newJobOrder(plant.mes);
    const journal = createStationJournal();
    journal.record("order.started", started, { jobOrder: order, actor: "P-1001" });
    journal.record("machine.state-changed", { state: "running", was: "stopped", raw: 3, sourceUtc: null });
    for (let count = 0; count < 3; count += 1)
      journal.record("parts.counted", counted(2), { jobOrder: order });
    journal.record("order.split", { into: 2 }, { jobOrder: order });
    await call(plant.app, {
      url: `/api/v1/stations/${stationId}/journal`,
      as: asStation(stationId),
      body: journal.upload(),
    });

    const floor = floorPageSchema.parse((await call(plant.app, { url: "/api/v1/floor" })).json());
    const tile = floor.tiles.find((one) => one.stationId === stationId);
    expect(tile).toMatchObject({
      machineState: "running",
      jobOrderId: order,
      orderState: "running",
      good: 6,
      online: false,
    });

    const detail = orderDetailSchema.parse(
      (await call(plant.app, { url: `/api/v1/orders/${order}` })).json(),
    );
    expect(detail.bookings).toMatchObject([
      { type: "order.split", content: { kind: "plain" }, verdict: "parked", good: 0 },
      { type: "parts.counted", content: { kind: "counted", quantity: 6 }, verdict: "applied", good: 6 },
      { type: "order.started", content: { kind: "plain" }, verdict: "applied", good: 0 },
    ]);
    expect((await call(plant.app, { url: "/api/v1/orders/nowhere" })).statusCode).toBe(404);
  });

  test("U24 reasons, defects and what needs someone come as codes and values, with names in every language", async () => {
    const stationId = await newStation(plant.mes);
    const order = await newJobOrder(plant.mes);
    const name = { en: "Chips", de: "Späne", da: "Spåner", pl: "Wióry" };
    await importMasterData("reason", { reasonCode: "P-CHIPS", kind: "pause", name, rank: 1 });
    await importMasterData("defect-code", { defectCode: "BURR", name, rank: 1 });
    const on = { jobOrder: order };
    const journal = createStationJournal();
    journal.record("order.started", started, on);
    journal.record("defect.logged", defect(2, "scrap"), on);
    journal.record("quantity.reported", { ...reported({ scrap: 1 }), reasonCode: "S-GONE" }, on);
    journal.record("help.called", { category: "quality" }, on);
    journal.record("tool.warned", { toolId: "T4", usedCycles: 320, lifeLimitCycles: 400 });
    journal.record("order.resumed", {}, { jobOrder: "nowhere" });
    journal.record("order.paused", { reasonCode: "P-CHIPS" }, on);
    journal.record("order.split", { into: 2 }, on);
    await call(plant.app, {
      url: `/api/v1/stations/${stationId}/journal`,
      as: asStation(stationId),
      body: journal.upload(),
    });

    const floor = floorPageSchema.parse((await call(plant.app, { url: "/api/v1/floor" })).json());
    expect(floor.tiles.find((tile) => tile.stationId === stationId)).toMatchObject({
      pauseReason: { code: "P-CHIPS", name },
    });
    const needed = floor.attention.filter((line) => line.stationId === stationId);
    expect(needed.toSorted((left, right) => left.kind.localeCompare(right.kind))).toMatchObject([
      { kind: "help-call", category: "quality", jobOrderId: order },
      { kind: "rejected-booking", eventType: "order.resumed", jobOrderId: "nowhere", code: "unknown-order" },
      { kind: "tool-warning", workUnit: "CNC-2", toolId: "T4", usedCycles: 320, lifeLimitCycles: 400 },
      { kind: "waiting-bookings", eventType: "order.split", jobOrderId: null, code: "unknown-type" },
    ]);

    const detail = orderDetailSchema.parse(
      (await call(plant.app, { url: `/api/v1/orders/${order}` })).json(),
    );
    expect(detail.bookings.find(({ type }) => type === "order.paused")?.content).toEqual({
      kind: "paused",
      reason: { code: "P-CHIPS", name },
    });
    expect(detail.bookings.find(({ type }) => type === "quantity.reported")?.content).toMatchObject({
      reason: { code: "S-GONE", name: null },
    });
    expect(detail.defects).toMatchObject([{ defect: { code: "BURR", name }, disposition: "scrap" }]);
  });

  test("pages that are not built are said to be so", async () => {
    const response = await plant.app.inject({
      method: "GET",
      url: "/orders",
      headers: { accept: "text/html" },
    });
    expect(response.statusCode).toBe(503);
    expect(response.body).toContain("not built yet");
  });

  test("M4 L4 every answer carries the headers that keep a page in its place", async () => {
    for (const url of ["/", "/api/v1/floor", "/api/v1/none", "/nothing.js"]) {
      const { headers } = await call(plant.app, { url });
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(headers["content-security-policy"]).not.toContain("unsafe");
      expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
    }
  });

  test("what does not exist is a problem, not a page", async () => {
    for (const [method, url] of [
      ["GET", "/api/v1/none"],
      ["POST", "/"],
      ["GET", "/api"],
    ] as const) {
      const response = await plant.app.inject({ method, url, headers: { accept: "application/json" } });
      expect(problemOf(response).code).toBe("not-found");
    }
  });
});
