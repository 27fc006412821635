import { describe, expect, test } from "vitest";
import type { Queries, SqlValue } from "../database/database.ts";
import { createKeptFolds } from "../live/kept-folds.ts";
import { mesAroundTests } from "../testing/mes-around-tests.ts";
import { reported, reversed, started } from "../testing/sample-events.ts";
import { createStationJournal, type StationJournal } from "../testing/station-journal.ts";
import { newJobOrder, newStation, send } from "../testing/test-mes.ts";
import { readLotsAtHand } from "./read-lots-at-hand.ts";

/*
 * Invariant: what is left of a lot is the fold over all that was told, however much of it is kept from an earlier reading.
 * Worst outcome if violated: an order that is said to have its material, and stands still for want of it.
 */

const mes = mesAroundTests("PGlite");
const lot = {
  lotId: "B-1",
  item: { itemId: "BAR", name: "Bar" },
  quantity: 100,
  expiresUtc: null,
  hold: null,
};
const load = {
  lotId: "B-1",
  itemId: "BAR",
  quantity: "100",
  unit: "",
  revision: null,
  quantityPerPiece: "1",
};

/** @returns what is left, and how many events were read to say so */
async function readLeft(takings = mes().takings): Promise<{ left: string | undefined; events: number }> {
  let events = 0;
  const db: Queries = {
    script: (sql) => mes().database.script(sql),
    query: async <Row extends object>(sql: string, values?: readonly SqlValue[]) => {
      const rows = await mes().database.query<Row>(sql, values);
      if (sql.includes("journal_event")) events += rows.length;
      return rows;
    },
  };
  const [first] = await readLotsAtHand({ db, vocabulary: mes().vocabulary, takings }, ["BAR"]);
  return { left: first?.left, events };
}

async function takenBy(good: number): Promise<{ station: string; order: string; journal: StationJournal }> {
  const [station, order] = [
    await newStation(mes()),
    await newJobOrder(mes(), { countAuthority: "operator" }),
  ];
  const journal = createStationJournal();
  const on = { jobOrder: order, actor: "P-1001" };
  journal.record("order.started", { ...started, countAuthority: "operator" }, on);
  const loaded = { ...load, backflush: true, atPieces: 0, formerLotId: null };
  journal.record("material.loaded", loaded, { ...on, version: 2 });
  journal.record("quantity.reported", reported({ good }), on);
  await send(mes(), station, journal.upload());
  return { station, order, journal };
}

describe("what is left of lots", () => {
  test("MA-41 only journals of which something was told since are read again, and it comes to the same", async () => {
    const told = { kind: "import-master-data", dataKind: "lot", items: [lot], remove: [] } as const;
    await mes().execute({ ...told, atUtc: "2026-11-01T00:00:00.000Z" });
    const [one, other] = [await takenBy(10), await takenBy(20)];
    const asRead = async (left: string, events: number) => {
      expect(await readLeft()).toEqual({ left, events });
      expect(await readLeft(createKeptFolds(10))).toMatchObject({ left });
    };
    await asRead("70", 6);
    await asRead("70", 0);

    const booked = one.journal.record("quantity.reported", reported({ good: 5 }), { jobOrder: one.order });
    await send(mes(), one.station, one.journal.upload(4));
    await asRead("65", 4);
    one.journal.record("quantity.reversed", reversed(booked.eventId, { good: -5 }, 5), {
      jobOrder: one.order,
    });
    await send(mes(), one.station, one.journal.upload(5));
    await asRead("70", 5);

    const counted = { ...lot, quantityAsOfUtc: "2026-12-31T00:00:00Z" };
    await mes().execute({ ...told, items: [counted], atUtc: mes().nowUtc() });
    await asRead("100", 8);
    other.journal.record("quantity.reported", reported({ good: 7 }), {
      ...{ jobOrder: other.order, atUtc: "2027-01-01T00:00:00.000Z" },
    });
    await send(mes(), other.station, other.journal.upload(4));
    await asRead("93", 4);
  });
});
