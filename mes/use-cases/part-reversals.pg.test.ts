import { describe, expect, test } from "vitest";
import { readOrder } from "../queries/order-facts.ts";
import { readOrderDetail } from "../queries/read-order-detail.ts";
import { DATABASES, mesAroundTests } from "../testing/mes-around-tests.ts";
import { countRows, orderSums } from "../testing/order-sums.ts";
import { defect, reported, reversed, started } from "../testing/sample-events.ts";
import { createStationJournal } from "../testing/station-journal.ts";
import { newJobOrder, newStation, send, verdictsOf } from "../testing/test-mes.ts";

describe.each(DATABASES)("bookings taken back in parts, on %s", (database) => {
  const mes = mesAroundTests(database);

  test("ST-7 of a station whose clock is a year ahead the MES computes with its own time, and keeps what was told", async () => {
    const stationId = await newStation(mes());
    const order = await newJobOrder(mes());
    const journal = createStationJournal();
    const told = { jobOrder: order, atUtc: "2027-11-22T08:00:00.000Z", mesOffsetMs: -365 * 86_400_000 };
    journal.record("order.started", started, told);
    await send(mes(), stationId, journal.upload());
    expect((await readOrder(mes().database, order))?.startedUtc).toBe("2026-11-22T08:00:00.000Z");
    const stored = "SELECT at_utc AS at FROM journal_event WHERE job_order = $1";
    expect(await mes().database.query(stored, [order])).toEqual([{ at: told.atUtc }]);
  });

  test("CR-10 started, paused and finished are the corrected times; the ledger tells them and the recorded ones", async () => {
    const stationId = await newStation(mes());
    const order = await newJobOrder(mes());
    const on = { jobOrder: order };
    const journal = createStationJournal();
    const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 8, minute)).toISOString();
    const start = journal.record("order.started", started, { ...on, atUtc: at(10) });
    const pause = journal.record("order.paused", { reasonCode: "P-SETUP" }, { ...on, atUtc: at(30) });
    const move = (of: string, minutes: number) =>
      journal.record(
        "time.corrected",
        { of, shiftMs: minutes * 60_000, runMs: 0, setUpMs: 0, stop: null },
        { ...on, atUtc: at(50) },
      );
    move(start.eventId, -5);
    move(pause.eventId, -12);
    const sinceUtc = async () =>
      (
        await mes().database.query<{ since: string }>(
          "SELECT since_utc AS since FROM station_order WHERE job_order_id = $1",
          [order],
        )
      ).map(({ since }) => since);
    await send(mes(), stationId, journal.upload());
    expect((await readOrder(mes().database, order))?.startedUtc).toBe(at(5));
    expect(await sinceUtc()).toEqual([at(18)]);

    journal.record("order.resumed", {}, { ...on, atUtc: at(40) });
    const end = journal.record("order.finished", { good: 0, scrap: 0, rework: 0 }, { ...on, atUtc: at(59) });
    const [early, late] = [move(end.eventId, -20), move(end.eventId, 5)];
    move("00000000-0000-7000-8000-000000009999", 5);
    const outcome = await send(mes(), stationId, journal.upload(5));
    expect(verdictsOf(outcome).slice(-1)).toEqual(["rejected: unknown-reversal"]);
    expect(await readOrder(mes().database, order)).toMatchObject({
      startedUtc: at(5),
      finishedUtc: at(44),
    });
    const detail = await readOrderDetail({ ...mes(), db: mes().database, nowUtc: mes().nowUtc() }, order);
    const said = new Map(
      detail?.bookings.map(({ eventId, atUtc, content }) => [eventId, { atUtc, content }]),
    );
    expect(said.get(end.eventId)?.atUtc).toBe(at(59));
    const corrected = { kind: "time-corrected", of: "order.finished", recordedUtc: at(59) };
    expect(said.get(early.eventId)?.content).toEqual({ ...corrected, correctedUtc: at(39) });
    expect(said.get(late.eventId)?.content).toEqual({ ...corrected, correctedUtc: at(44) });
  });

  // In one batch the state is carried on in memory, in many it is read from the tables each time: both must agree.
  test.each([[1], [3], [20]])("CR-2 parts of one booking, in batches of %i", async (size) => {
    const stationId = await newStation(mes());
    const order = await newJobOrder(mes(), { countAuthority: "operator" });
    const on = { jobOrder: order };
    const before = await countRows(mes(), "reversal");
    const journal = createStationJournal();
    journal.record("order.started", { ...started, countAuthority: "operator" }, on);
    const good = journal.record("quantity.reported", reported({ good: 24 }), on);
    const held = journal.record("defect.logged", defect(5, "hold"), on);
    journal.record("quantity.reversed", reversed(good.eventId, { good: -20 }, 20), on);
    journal.record("quantity.reversed", reversed(held.eventId, {}, 2), on);
    journal.record("quantity.reversed", reversed(held.eventId, {}, 1), on);
    journal.record("quantity.reversed", reversed(good.eventId, { good: -5 }, 5), on);
    journal.record("quantity.reversed", reversed(good.eventId, { good: -24 }), on);
    journal.record("quantity.reversed", reversed(good.eventId, { good: -4 }, 4), on);

    const verdicts: string[] = [];
    for (let first = 1; first <= journal.entries.length; first += size) {
      const outcome = await send(mes(), stationId, journal.upload(first, first + size - 1));
      verdicts.push(...verdictsOf(outcome));
    }
    expect(verdicts.slice(3)).toEqual([
      "applied",
      "applied",
      "applied",
      "rejected: unknown-reversal",
      "rejected: unknown-reversal",
      "applied",
    ]);
    expect(await orderSums(mes(), order)).toMatchObject({ good: 0, scrap: 0, defects: 2 });
    expect(await countRows(mes(), "reversal")).toBe(before + 4);
  });
});
