import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { currentVocabulary } from "../../../mes/ingest/vocabulary.ts";
import type { MemoryOutbox } from "../testing/memory-outbox.ts";
import { RealMes } from "../testing/real-mes.ts";
import { hastySleep } from "../testing/sync-rig.ts";
import { StagedStation } from "../testing/sync-stage.ts";
import { goodPayload, type MemoryStation, memoryStation } from "../testing/test-station.ts";
import { until } from "../testing/until.ts";
import type { Sleep } from "./wake-signal.ts";

describe("verdicts and liveness", () => {
  let mes: RealMes;
  let staged: StagedStation<MemoryStation>;
  let outbox: MemoryOutbox;
  let count = 0;
  beforeAll(async () => {
    mes = await RealMes.start({ vocabulary: currentVocabulary });
  });
  afterAll(() => mes.stop());
  afterEach(() => staged.close());

  async function stage(): Promise<string> {
    count += 1;
    staged = await StagedStation.open(mes, `V-${count}`, memoryStation);
    outbox = staged.station.outbox;
    return staged.stationId;
  }

  const verdicts = () => {
    const epoch = outbox.currentEpoch();
    const seqs = outbox.entriesAfter(epoch, 0, 1000).map(({ seq }) => seq);
    return seqs.flatMap((seq) => outbox.verdictOf(epoch, seq) ?? []);
  };

  test("I-16 a rejected booking is final, is kept for a person and holds up nobody", async () => {
    const jobOrder = await stage();
    staged.book(1);
    outbox.append({ jobOrder: "no-such-order" });
    outbox.append({ jobOrder, payload: '{"good":"many"}' });
    staged.book(2);
    staged.start();
    await staged.drained();
    expect(verdicts()).toEqual([
      { seq: 3, verdict: "rejected", code: "unknown-order" },
      { seq: 4, verdict: "rejected", code: "invalid-payload" },
    ]);
    await staged.expectOnce();
  });

  test("I-16 a verdict whose reply was lost is asked for again", async () => {
    await stage();
    outbox.append({ jobOrder: "no-such-order" });
    let isFirst = true;
    staged.proxy.decide((request) => {
      if (!request.path.endsWith("/journal") || !isFirst) return { kind: "pass" };
      isFirst = false;
      return { kind: "cut-reply", bytes: 0 };
    });
    staged.start();
    await staged.drained();
    expect(outbox.verdictOf(outbox.currentEpoch(), 2)).toEqual({
      seq: 2,
      verdict: "duplicate",
      of: "rejected",
      code: "unknown-order",
    });
  });

  test("ST-4 that a lead has seen a refused booking is taken by the MES like any other event", async () => {
    const jobOrder = await stage();
    const refused = outbox.append({ jobOrder: "no-such-order" });
    const payload = JSON.stringify({ eventIds: [refused.eventId] });
    outbox.append({ type: "rejection.seen", jobOrder: null, payload });
    outbox.append({ jobOrder });
    staged.booked += 1;
    staged.start();
    await staged.drained();
    expect(verdicts()).toEqual([{ seq: 2, verdict: "rejected", code: "unknown-order" }]);
    await staged.expectOnce();
  });

  test("I-15 what a newer station tells is parked, holds up nobody and keeps its bytes", async () => {
    const jobOrder = await stage();
    const payload = '{ "good": 3, "scrap":0,"rework":0, "reasonCode":null, "source":"pad", "colour":"ø" }';
    outbox.append({ type: "sampling.drawn", jobOrder, payload: '{"of": 20}' });
    outbox.append({ jobOrder, version: 2, payload });
    outbox.append({ jobOrder, payload });
    staged.booked += 3;
    staged.start();
    await staged.drained();
    expect(verdicts()).toEqual([
      { seq: 2, verdict: "parked", code: "unknown-type" },
      { seq: 3, verdict: "parked", code: "newer-version" },
    ]);
    await staged.expectOnce();
  });

  test("I-17 bookings at any moment are sent without waiting for a timer", async () => {
    await stage();
    const untilWoken: Sleep = (ms, signal) =>
      ms < 30_000
        ? hastySleep(ms, signal)
        : new Promise((resolve) => signal.addEventListener("abort", () => resolve()));
    const { sync } = staged.start({ sleep: untilWoken });
    await staged.drained();
    for (let count = 0; count < 300; count += 1) {
      staged.book();
      if (count % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
      if (count % 40 === 0) await staged.drained();
    }
    await staged.drained();
    await until(() => sync.status().state === "up-to-date");
    await staged.expectOnce();
  });

  test("D1 a store that refuses for now is asked again", async () => {
    const jobOrder = await stage();
    let isFull = true;
    const save = outbox.saveAcknowledgement.bind(outbox);
    outbox.saveAcknowledgement = (ack) => {
      if (isFull) throw new Error("disk full");
      save(ack);
    };
    outbox.append({ jobOrder, payload: goodPayload(4) });
    staged.booked += 4;
    const { logged } = staged.start({
      isStorageRefusal: (error) => error instanceof Error && error.message === "disk full",
    });
    await until(() => logged.some(({ level }) => level === "error"));
    isFull = false;
    await staged.drained();
    await staged.expectOnce();
  });

  test("I-19 the offset of the MES clock is told once it was reached", async () => {
    await stage();
    const { sync } = staged.start();
    expect(sync.status()).toMatchObject({ lastContactUtc: null, mesOffset: null, state: "offline" });
    await until(() => sync.status().state === "up-to-date");
    const { mesOffset, lastContactUtc } = sync.status();
    expect(Math.abs(mesOffset?.offsetMs ?? Number.NaN)).toBeLessThan(60_000);
    expect(lastContactUtc).not.toBeNull();
  });
});
