import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import type { JournalEntry } from "../../../shared/protocol/journal-entry.ts";
import type { CommandAnswer } from "../../../shared/screen/commands.ts";
import { bookGood, type ComposedStation, composeAtWork } from "../testing/composed-station.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import type { DeskCommand } from "./command-desk.ts";

/*
 * What people report of other systems (FEATURES part B 4, 8, 10), each as a test that would fail on the behaviour complained
 * about. The number of the complaint stands in the title. B 4's posting twice on synchronisation (erpnext#11000, #12971) is in
 * mes/use-cases/interleaving.prop.test.ts.
 */

function atWork(): ComposedStation {
  const composed = composeAtWork(temporaryFolder());
  onTestFinished(() => composed.close());
  return composed;
}

const entries = ({ open }: ComposedStation, type: string): readonly JournalEntry[] =>
  open.store
    .epochs()
    .flatMap(({ epoch }) => open.store.entriesAfter(epoch, 0, 10_000))
    .filter((entry) => entry.type === type);

const ask = ({ station }: ComposedStation, command: DeskCommand, input: object = {}): CommandAnswer =>
  station.services.commands.execute(command, { intentId: randomUUID(), ...input });

const order = ({ station }: ComposedStation) => {
  const { order: active } = station.services.screen();
  if (active === null) throw new Error("No order is active");
  return active;
};

describe("B 4: no double booking on retry, double click or double sync", () => {
  test("odoo#89627 rapid clicks on start open one timer: one start, and the time runs once", () => {
    const composed = atWork();
    const start = { jobOrderId: "4711", activeOrder: "pause" };
    const answers = [1, 2, 3, 4, 5].map(() => ask(composed, "orders.start", start));
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, false, false, false]);
    const started = entries(composed, "order.started").filter(({ jobOrder }) => jobOrder === "4711");
    expect(started).toHaveLength(1);
    expect(entries(composed, "order.paused")).toHaveLength(1);
  });

  test("odoo#76210 confirming twice, by a retry and by a second click, books the pieces and the end once", () => {
    const composed = atWork();
    const intentId = randomUUID();
    for (let tap = 0; tap < 3; tap += 1) bookGood(composed, 24, intentId);
    expect(order(composed).good).toBe(24);
    const finish = { reasonCode: "short-1" };
    const ends = [1, 2].map(() => ask(composed, "orders.finishShort", finish));
    expect(ends.map(({ ok }) => ok)).toEqual([true, false]);
    const [end, ...more] = entries(composed, "order.finished");
    expect(more).toEqual([]);
    expect(JSON.parse(end?.payload ?? "{}")).toMatchObject({ good: 24 });
  });
});

describe("B 8: rejects and rework with a reason, at the operation", () => {
  test("erpnext#10176 #42706 scrap at the operation: one entry with its reason, out of the good count, on this order alone", () => {
    const composed = atWork();
    bookGood(composed, 50);
    expect(ask(composed, "orders.reportScrap", { quantity: 3, reasonCode: "scrap-1" })).toMatchObject({
      ok: true,
    });
    expect(order(composed)).toMatchObject({ jobOrderId: "4731", good: 50, scrap: 3 });
    const [entry, ...more] = entries(composed, "quantity.reported").filter(({ payload }) =>
      payload.includes("scrap-1"),
    );
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ jobOrder: "4731", actor: "P-1001" });
    expect(JSON.parse(entry?.payload ?? "{}")).toMatchObject({ good: 0, scrap: 3, reasonCode: "scrap-1" });
    expect(ask(composed, "orders.reportScrap", { quantity: 3, reasonCode: "" })).toMatchObject({ ok: false });
  });

  test("erpnext#56348 rework is neither good nor scrap, and has a reason of its own", () => {
    const composed = atWork();
    bookGood(composed, 50);
    ask(composed, "orders.reportRework", { quantity: 4, reasonCode: "rework-1" });
    expect(order(composed)).toMatchObject({ good: 50, scrap: 0, rework: 4 });
    expect(ask(composed, "orders.reportRework", { quantity: 1, reasonCode: "scrap-1" })).toMatchObject({
      ok: false,
      refusal: { code: "unknown-reason" },
    });
  });
});

describe("B 10: corrections after the fact", () => {
  test("EOS-IDEAS#735 quantities are posted now, also while nobody has put the times right", () => {
    const composed = atWork();
    ask(composed, "orders.pause", { reasonCode: "pause-1" });
    expect(bookGood(composed, 12)).toMatchObject({ ok: true });
    expect(ask(composed, "orders.reportScrap", { quantity: 1, reasonCode: "scrap-1" })).toMatchObject({
      ok: true,
    });
    expect(order(composed)).toMatchObject({ state: "paused", good: 12, scrap: 1 });
  });

  test("qcadoo chain: each correction points at its booking, both stay, and together they are what stands", () => {
    const composed = atWork();
    bookGood(composed, 24);
    const [booking] = entries(composed, "quantity.reported");
    const eventId = booking?.eventId ?? "";
    for (const quantity of [4, 15, 5])
      expect(ask(composed, "orders.correct", { eventId, quantity })).toMatchObject({ ok: true });
    expect(ask(composed, "orders.correct", { eventId, quantity: 1 })).toMatchObject({ ok: false });
    const chain = entries(composed, "quantity.reversed").map(({ payload }) => JSON.parse(payload) as unknown);
    expect(chain).toMatchObject([
      { reverses: eventId, good: -4, quantity: 4, how: "correction" },
      { reverses: eventId, good: -15, quantity: 15, how: "correction" },
      { reverses: eventId, good: -5, quantity: 5, how: "correction" },
    ]);
    expect(entries(composed, "quantity.reported")).toEqual([booking]);
    expect(order(composed).good).toBe(0);
  });
});
