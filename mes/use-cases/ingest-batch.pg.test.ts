import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { listOpenAttention } from "../repositories/attention-repository.ts";
import { readHead } from "../repositories/journal-repository.ts";
import { DATABASES, mesAroundTests } from "../testing/mes-around-tests.ts";
import { countRows, orderSums } from "../testing/order-sums.ts";
import { counted, defect, measured, reported, reversed, started } from "../testing/sample-events.ts";
import { createStationJournal, reseal, type StationJournal, uploadOf } from "../testing/station-journal.ts";
import { jobOrder, newJobOrder, newStation, send, verdictsOf } from "../testing/test-mes.ts";

describe.each(DATABASES)("ingest on %s", (database) => {
  const mes = mesAroundTests(database);

  async function workedOrder(): Promise<{ stationId: string; order: string; journal: StationJournal }> {
    const stationId = await newStation(mes());
    const order = await newJobOrder(mes());
    const on = { jobOrder: order };
    const journal = createStationJournal();
    journal.record("order.started", started, on);
    journal.record("parts.counted", counted(50), on);
    const { eventId } = journal.record("quantity.reported", reported({ scrap: 2 }), on);
    journal.record("quantity.reversed", reversed(eventId, { scrap: -2 }), on);
    journal.record("quantity.reported", reported({ rework: 1 }), on);
    journal.record("defect.logged", defect(3, "scrap"), on);
    journal.record("defect.logged", defect(4, "hold"), on);
    journal.record("measurement.recorded", measured("inside"), on);
    journal.record("measurement.recorded", measured("above"), on);
    journal.record("order.finished", { good: 46, scrap: 3, rework: 1 }, on);
    return { stationId, order, journal };
  }

  const workedSums = {
    good: 46,
    scrap: 3,
    rework: 1,
    checks: { measured: 2, outside: 1 },
    defects: 7,
    state: "finished",
  };

  test("I-8 events, verdicts and effects of a whole order", async () => {
    const { stationId, order, journal } = await workedOrder();
    const outcome = await send(mes(), stationId, journal.upload());
    expect(new Set(verdictsOf(outcome))).toEqual(new Set(["applied"]));
    expect(await orderSums(mes(), order)).toMatchObject(workedSums);
  });

  test("I-9 the acknowledgement is cumulative and carries the hash of the last entry", async () => {
    const { stationId, journal } = await workedOrder();
    await send(mes(), stationId, journal.upload(1, 6));
    const outcome = await send(mes(), stationId, journal.upload(7, 8));
    const hash = journal.entries[7]?.hash;
    expect(outcome).toMatchObject({ kind: "acknowledged", head: { epoch: journal.epoch, seq: 8, hash } });
    expect(await readHead(mes().database, stationId, journal.epoch)).toEqual({
      epoch: journal.epoch,
      seq: 8,
      hash,
    });
  });

  test("N1 N6 a batch sent again, at once or hours later, has one effect and gets its stored verdicts", async () => {
    const { stationId, order, journal } = await workedOrder();
    await send(mes(), stationId, journal.upload(1, 5));
    await send(mes(), stationId, journal.upload(6));
    for (const again of [journal.upload(1, 5), journal.upload(), journal.upload(3, 4)]) {
      const outcome = await send(mes(), stationId, again);
      expect(new Set(verdictsOf(outcome))).toEqual(new Set(["duplicate of applied"]));
      expect(outcome).toMatchObject({ head: { seq: 10 } });
    }
    expect(await orderSums(mes(), order)).toMatchObject(workedSums);
    expect(await countRows(mes(), "journal_event", stationId)).toBe(10);
  });

  test("N1 a batch that overlaps what is held takes only the new part", async () => {
    const { stationId, order, journal } = await workedOrder();
    await send(mes(), stationId, journal.upload(1, 4));
    const verdicts = verdictsOf(await send(mes(), stationId, journal.upload(3)));
    expect(verdicts.slice(0, 3)).toEqual(["duplicate of applied", "duplicate of applied", "applied"]);
    expect(await orderSums(mes(), order)).toMatchObject(workedSums);
  });

  test("I-16 a duplicate of a refused event says how it was refused", async () => {
    const stationId = await newStation(mes());
    const journal = createStationJournal();
    journal.record("order.started", started, { jobOrder: "nobody-knows" });
    journal.record("order.split", {});
    await send(mes(), stationId, journal.upload());
    const outcome = await send(mes(), stationId, journal.upload());
    expect(outcome).toMatchObject({
      verdicts: [
        { seq: 1, verdict: "duplicate", of: "rejected", code: "unknown-order" },
        { seq: 2, verdict: "duplicate", of: "parked", code: "unknown-type" },
      ],
    });
  });

  test("I-5 a gap takes nothing and names the head", async () => {
    const { stationId, journal } = await workedOrder();
    await send(mes(), stationId, journal.upload(1, 3));
    const outcome = await send(mes(), stationId, journal.upload(5));
    expect(outcome).toEqual({
      kind: "gap",
      head: { epoch: journal.epoch, seq: 3, hash: journal.entries[2]?.hash },
    });
    expect(await countRows(mes(), "journal_event", stationId)).toBe(3);
  });

  test("I-7 a fork is kept apart once, shown to a person, and overwrites nothing", async () => {
    const { stationId, order, journal } = await workedOrder();
    await send(mes(), stationId, journal.upload());
    const second = journal.entries[1];
    if (second === undefined) throw new Error("entries expected");
    const forged = uploadOf(journal.epoch, [reseal({ ...second, payload: JSON.stringify(counted(500)) })]);
    for (const _ of [1, 2]) {
      const outcome = await send(mes(), stationId, forged);
      expect(outcome).toMatchObject({ kind: "fork", reason: "content-differs", seq: 2, head: { seq: 10 } });
    }
    expect(await countRows(mes(), "quarantine", stationId)).toBe(1);
    expect(await orderSums(mes(), order)).toMatchObject(workedSums);
    const attention = await listOpenAttention(mes().database, 1_000);
    expect(attention.filter((entry) => entry.stationId === stationId)).toHaveLength(1);
  });

  test("I-4 an event id of another station is a fork", async () => {
    const first = await workedOrder();
    await send(mes(), first.stationId, first.journal.upload());
    const stationId = await newStation(mes());
    const journal = createStationJournal();
    journal.record("order.resumed", {}, { eventId: first.journal.entries[0]?.eventId ?? "" });
    expect(await send(mes(), stationId, journal.upload())).toMatchObject({
      kind: "fork",
      reason: "event-id-reused",
    });
    expect(await countRows(mes(), "journal_event", stationId)).toBe(0);
  });

  test("I-12 a new epoch begins at 1 beside the old one", async () => {
    const { stationId, order, journal } = await workedOrder();
    await send(mes(), stationId, journal.upload(1, 5));
    const second = createStationJournal();
    second.record("epoch.opened", { cause: "rolled-back", previousEpoch: journal.epoch, previousSeq: 5 });
    second.record("parts.counted", counted(7), { jobOrder: order });
    expect(verdictsOf(await send(mes(), stationId, second.upload()))).toEqual(["applied", "applied"]);
    await send(mes(), stationId, journal.upload(6));
    expect(await orderSums(mes(), order)).toMatchObject({ good: 53, scrap: 3, rework: 1 });
  });

  test("I-15 what is not understood is kept byte for byte", async () => {
    const stationId = await newStation(mes());
    const journal = createStationJournal();
    const rawPayload = '{ "b":1,  "a":1.0, "\\u00e9":"\\u0000", "big":123456789012345678901234567890 }';
    journal.record("order.split", {}, { rawPayload, jobOrder: "any" });
    expect(verdictsOf(await send(mes(), stationId, journal.upload()))).toEqual(["parked: unknown-type"]);
    const rows = await mes().database.query("SELECT payload FROM journal_event WHERE station_id = $1", [
      stationId,
    ]);
    expect(rows).toEqual([{ payload: rawPayload }]);
  });

  test("I-16 a refused booking reaches the floor's list", async () => {
    const stationId = await newStation(mes());
    const order = await newJobOrder(mes());
    await mes().execute({ kind: "cancel-job-order", atUtc: mes().nowUtc(), jobOrderId: order });
    const journal = createStationJournal();
    journal.record("order.started", started, { jobOrder: order });
    journal.record("parts.counted", counted(4), { jobOrder: order });
    journal.record("order.finished", { good: 4, scrap: 0, rework: 0 }, { jobOrder: order });
    expect(verdictsOf(await send(mes(), stationId, journal.upload()))).toEqual([
      "rejected: order-cancelled",
      "applied",
      "parked: depends-on-rejected",
    ]);
    const open = (await listOpenAttention(mes().database, 1_000)).filter(
      (entry) => entry.stationId === stationId,
    );
    expect(open).toMatchObject([
      {
        kind: "rejected-booking",
        eventType: "order.started",
        jobOrderId: order,
        code: "order-cancelled",
      },
      { kind: "waiting-bookings", eventType: null, jobOrderId: order, code: "depends-on-rejected" },
    ]);
    expect(await orderSums(mes(), order)).toMatchObject({ good: 4, state: "cancelled" });
  });

  test("I-16 pieces made on an order that the MES did not know are counted once it does", async () => {
    const stationId = await newStation(mes());
    const order = `late-${randomUUID()}`;
    const journal = createStationJournal();
    journal.record("order.started", started, { jobOrder: order });
    journal.record("parts.counted", counted(12), { jobOrder: order });
    await send(mes(), stationId, journal.upload());
    await mes().execute({ kind: "import-job-orders", atUtc: mes().nowUtc(), jobOrders: [jobOrder(order)] });
    expect(await orderSums(mes(), order)).toMatchObject({ good: 12 });
    expect(verdictsOf(await send(mes(), stationId, journal.upload()))).toEqual([
      "duplicate of rejected",
      "duplicate of applied",
    ]);
  });

  test("I-18 five hundred events go in one transaction", async () => {
    const stationId = await newStation(mes());
    const order = await newJobOrder(mes());
    const journal = createStationJournal();
    for (let count = 0; count < 500; count += 1)
      journal.record("parts.counted", counted(1), { jobOrder: order });
    await send(mes(), stationId, journal.upload());
    expect(await orderSums(mes(), order)).toMatchObject({ good: 500 });
  });

  test("N6 the same batch sent ten times at once has one effect", async () => {
    const { stationId, order, journal } = await workedOrder();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => send(mes(), stationId, journal.upload())),
    );
    const all = outcomes.map((outcome) => new Set(verdictsOf(outcome)));
    expect(all.filter((verdicts) => verdicts.has("applied"))).toHaveLength(1);
    expect(await orderSums(mes(), order)).toMatchObject(workedSums);
  });

  test("I-8 R16 two stations book on one order at once and nothing is lost", async () => {
    const order = await newJobOrder(mes());
    const stations = await Promise.all([newStation(mes()), newStation(mes())]);
    const journals = stations.map(() => createStationJournal());
    for (const journal of journals)
      for (let count = 0; count < 40; count += 1)
        journal.record("parts.counted", counted(1), { jobOrder: order });
    for (let from = 1; from <= 40; from += 10)
      await Promise.all(
        stations.map((station, index) => {
          const upload = journals[index]?.upload(from, from + 9);
          if (upload === undefined) throw new Error("a journal per station expected");
          return send(mes(), station, upload);
        }),
      );
    expect(await orderSums(mes(), order)).toMatchObject({ good: 80 });
  });

  test("a maintenance order raises itself once, and is closed by the tool change", async () => {
    const stationId = await newStation(mes());
    const workUnit = `U-${randomUUID().slice(0, 8)}`;
    const id = `${workUnit}:T4:1`;
    const journal = createStationJournal();
    const payload = { toolId: "T4", usedCycles: 400, lifeLimitCycles: 400 };
    journal.record("tool.warned", { ...payload, usedCycles: 320 }, { workUnit });
    journal.record("maintenance.raised", { ...payload, maintenanceOrderId: id }, { workUnit });
    journal.record("maintenance.raised", { ...payload, maintenanceOrderId: id }, { workUnit });
    await send(mes(), stationId, journal.upload());
    const open = async () =>
      (await listOpenAttention(mes().database, 1_000)).filter((entry) => entry.stationId === stationId);
    expect((await open()).map(({ kind, id: entryId }) => ({ kind, id: entryId }))).toEqual([
      { kind: "maintenance", id },
    ]);
    expect(await countRows(mes(), "maintenance_order", stationId)).toBe(1);
    journal.record("tool.changed", { toolId: "T4", usedCycles: 405, life: 2 }, { workUnit });
    await send(mes(), stationId, journal.upload(4));
    expect(await open()).toEqual([]);
  });
});
