import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Lot } from "../../../shared/domain/materials/lot.ts";
import { loadedLot } from "../../../shared/domain/testing/loaded-lot.ts";
import { type TreePage, treePageSchema } from "../../../shared/protocol/tree-page.ts";
import { mesAroundTests } from "../../testing/mes-around-tests.ts";
import { reported } from "../../testing/sample-events.ts";
import { createStationJournal } from "../../testing/station-journal.ts";
import { call, openTestApp } from "../../testing/test-app.ts";
import { newJobOrder, newStation, send } from "../../testing/test-mes.ts";

const mes = mesAroundTests("PGlite");
let app: FastifyInstance;
beforeAll(async () => {
  app = await openTestApp(mes());
});
afterAll(() => app.close());

const SPOKE_UTC = "2026-11-23T07:12:00.000Z";
const newId = (kind: string) => `${kind}-${randomUUID().slice(0, 8)}`;

async function readTree(query: Record<string, string>): Promise<TreePage> {
  const response = await call(app, { url: `/api/v1/genealogy/tree?${String(new URLSearchParams(query))}` });
  expect(response.statusCode).toBe(200);
  return treePageSchema.parse(response.json());
}

async function importLots(...items: readonly Partial<Lot>[]): Promise<void> {
  const free = { quantity: 200, expiresUtc: null, hold: null };
  await mes().execute({
    kind: "import-master-data",
    atUtc: mes().nowUtc(),
    dataKind: "lot",
    items: items.map((item) => ({ ...free, ...item })),
    remove: [],
  });
}

interface Made {
  readonly stationId: string;
  readonly raw: string;
  readonly turned: string;
  readonly turning: string;
  readonly assembly: string;
  /** Ends the connection of the station. */
  readonly fallSilent: () => void;
}

/** A raw lot is turned into a lot of bodies, which are assembled; both orders are at one station. */
async function madePlant(): Promise<Made> {
  const [stationId, workUnit] = [await newStation(mes(), newId("U")), newId("U")];
  const [raw, turned] = [newId("L"), newId("L")];
  const turning = await newJobOrder(mes(), { workUnit, plannedQuantity: 60, countAuthority: "operator" });
  const assembly = await newJobOrder(mes(), { workUnit, plannedQuantity: 20, countAuthority: "operator" });
  await importLots(
    { lotId: raw, item: { itemId: raw, name: "Bar" }, supplier: "Voss", supplierLot: "V-1" },
    { lotId: turned, item: { itemId: turned, name: "Body" }, madeByJobOrderId: turning },
  );
  const journal = createStationJournal();
  const start = { countAuthority: "operator", plannedQuantity: 60 };
  for (const [jobOrder, lotId, good] of [
    [turning, raw, 40],
    [assembly, turned, 15],
  ] as const) {
    const on = { jobOrder, actor: "P-1001" };
    journal.record("order.started", start, on);
    journal.record("material.loaded", loadedLot({ lotId, itemId: lotId }), { ...on, version: 2 });
    journal.record("quantity.reported", reported({ good }), on);
  }
  await send(mes(), stationId, journal.upload());
  mes().presence.spoke(stationId, SPOKE_UTC);
  const fallSilent = mes().presence.arrived(stationId);
  return { stationId, raw, turned, turning, assembly, fallSilent };
}

const shape = (tree: TreePage) =>
  tree.nodes
    .map(({ key, column }) => `${column} ${key}`)
    .toSorted((left, right) => left.localeCompare(right));

describe("the tree at the MES", () => {
  test("MA-31 a lot is walked on through the lots that were made of it, to the depth that is asked", async () => {
    const { raw, turned, turning, assembly } = await madePlant();
    const deep = await readTree({ kind: "lot", id: raw, depth: "4" });
    expect(deep.root).toBe(`lot ${raw}`);
    expect(shape(deep)).toEqual(
      [
        `-1 supplier-lot V-1`,
        `0 lot ${raw}`,
        `1 order ${turning}`,
        `1 stock ${raw}`,
        `2 lot ${turned}`,
        `3 order ${assembly}`,
        `3 stock ${turned}`,
        `4 loose ${assembly}`,
      ].toSorted((left, right) => left.localeCompare(right)),
    );
    expect(deep.links).toContainEqual({
      from: `lot ${raw}`,
      to: `order ${turning}`,
      pieces: 40,
      meaning: "flow",
      standing: "known",
    });
    expect(deep.nodes.find(({ key }) => key === `stock ${raw}`)?.content).toMatchObject({ amount: "160" });
    expect(deep.affected).toMatchObject({ pieces: 55, wentOn: 40, packed: 0, loose: 15, unreported: 0 });

    const back = await readTree({ kind: "order", id: assembly, direction: "back", depth: "2" });
    expect(shape(back)).toEqual([`-1 lot ${turned}`, `-2 order ${turning}`, `0 order ${assembly}`]);
    const flat = await readTree({ kind: "lot", id: raw, direction: "forth", depth: "1" });
    expect(flat.nodes.every(({ column }) => column === 0 || column === 1)).toBe(true);
  });

  test("MA-39 a rework order hangs on the order that it repairs, both ways, and its pieces are counted there", async () => {
    const { raw } = await madePlant();
    const production = newId("P");
    const route = {
      productionOrderId: production,
      sequence: 10,
      previousJobOrderId: null,
      transferQuantity: null,
    };
    const operation = { number: "10", name: "Turn" };
    const repaired = await newJobOrder(mes(), { countAuthority: "operator", route });
    const reworkOf = { jobOrderId: repaired, bookingId: randomUUID(), reasonCode: null, operation };
    const rework = await newJobOrder(mes(), {
      kind: "rework",
      plannedQuantity: 3,
      countAuthority: "operator",
      route,
      reworkOf,
    });
    await newJobOrder(mes(), {
      kind: "rework",
      status: "cancelled",
      countAuthority: "operator",
      route,
      reworkOf,
    });
    const journal = createStationJournal();
    for (const [jobOrder, good] of [
      [repaired, 7],
      [rework, 2],
    ] as const) {
      const on = { jobOrder, actor: "P-1001" };
      journal.record("order.started", { countAuthority: "operator", plannedQuantity: 60 }, on);
      if (jobOrder === repaired)
        journal.record("material.loaded", loadedLot({ lotId: raw, itemId: raw }), { ...on, version: 2 });
      journal.record("quantity.reported", reported({ good }), on);
    }
    const stationId = await newStation(mes(), newId("U"));
    mes().presence.spoke(stationId, SPOKE_UTC);
    mes().presence.arrived(stationId);
    await send(mes(), stationId, journal.upload());
    const link = {
      from: `order ${repaired}`,
      to: `order ${rework}`,
      pieces: 3,
      meaning: "repair",
      standing: "known",
    };
    const forth = await readTree({ kind: "lot", id: raw, direction: "forth", depth: "2" });
    expect(forth.links.filter(({ meaning }) => meaning === "repair")).toEqual([link]);
    expect(forth.nodes.find(({ key }) => key === link.to)?.content).toMatchObject({ repairs: repaired });
    expect(forth.affected).toMatchObject({ pieces: 40 + 15 + 7, loose: 15 + 7, wentOn: 40 });
    const back = await readTree({ kind: "order", id: rework, direction: "both", depth: "2" });
    expect(back.links).toContainEqual(link);
    expect(shape(back)).toEqual([`-1 order ${repaired}`, `-2 lot ${raw}`, `0 order ${rework}`]);
  });

  test("MA-32 what a station that does not speak may know more of is pending, with its last word", async () => {
    const { stationId, raw, turning, fallSilent } = await madePlant();
    const speaking = await readTree({ kind: "lot", id: raw, depth: "2" });
    expect(speaking.nodes.every(({ standing }) => standing === "known")).toBe(true);

    fallSilent();
    const silent = await readTree({ kind: "lot", id: raw, depth: "2" });
    expect(silent.nodes.find(({ key }) => key === `order ${turning}`)?.standing).toBe("pending");
    expect(silent.nodes.find(({ key }) => key === `unreported ${turning}`)?.content).toMatchObject({
      stationId,
      lastContactUtc: SPOKE_UTC,
      pieces: 20,
    });
    expect(silent.links.filter(({ standing }) => standing === "pending")).toHaveLength(2);
    expect(silent.affected).toMatchObject({ unreportedStations: [stationId] });
  });

  test("MA-32 an order of a silent station that needs the item may have taken the lot", async () => {
    const workUnit = newId("U");
    const stationId = await newStation(mes(), workUnit);
    mes().presence.spoke(stationId, mes().nowUtc());
    const raw = newId("L");
    await importLots({ lotId: raw, item: { itemId: raw, name: "Bar" } });
    const line = { itemId: raw, name: "Bar", location: "R1" };
    const waiting = await newJobOrder(mes(), { workUnit, plannedQuantity: 70, materials: [line] });
    const tree = await readTree({ kind: "lot", id: raw, depth: "2" });
    expect(tree.links).toContainEqual({
      from: `lot ${raw}`,
      to: `order ${waiting}`,
      pieces: null,
      meaning: "flow",
      standing: "pending",
    });
    expect(tree.affected).toMatchObject({ pieces: 0, unreported: 70, unreportedStations: [stationId] });
  });

  test("MA-33 a hold is said with the planner's words, and what nobody knows is not found", async () => {
    const raw = newId("L");
    await importLots({ lotId: raw, item: { itemId: "X", name: "Bar" }, hold: "Q-121" });
    const tree = await readTree({ kind: "lot", id: raw });
    expect(tree.nodes[0]).toMatchObject({ standing: "held", hold: "Q-121" });
    for (const kind of ["lot", "order", "unit", "serial"]) {
      const answer = await call(app, { url: `/api/v1/genealogy/tree?kind=${kind}&id=none` });
      expect(answer.statusCode).toBe(404);
    }
    for (const wrong of ["kind=lot&id=1&depth=5", "kind=lot&id=1&depth=0", "kind=shift&id=1", "kind=lot"]) {
      expect((await call(app, { url: `/api/v1/genealogy/tree?${wrong}` })).statusCode).toBe(400);
    }
  });
});
