import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import type { JournalEntry } from "../../../shared/protocol/journal-entry.ts";
import {
  bookGood,
  type ComposedStation,
  composeAtWork,
  composeStation,
} from "../testing/composed-station.ts";
import { handClock } from "../testing/hand-clock.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const [SECOND, MINUTE] = [1_000, 60_000] as const;

/** A. Nowak at work on order 4731, and a clock whose hands the test moves. */
function atWork() {
  const { hands, clock } = handClock();
  const folder = temporaryFolder();
  const composed = composeAtWork(folder, { clock, nowMs: () => hands.monoMs });
  const restarted = (): ComposedStation => {
    composed.abandon();
    const after = composeStation(folder, { clock, nowMs: () => hands.monoMs });
    onTestFinished(() => after.close());
    return after;
  };
  return { hands, composed, restarted, scan: (raw: string) => composed.station.scans.scan(raw, "scanner") };
}

const people = ({ station }: ComposedStation) => station.services.screen().people;
const rights = (composed: ComposedStation) => people(composed).signedIn.map(({ rights: left }) => left);
const codeOf = (answer: ReturnType<typeof bookGood>): string => (answer.ok ? "booked" : answer.refusal.code);

function entriesOf({ open }: ComposedStation): readonly JournalEntry[] {
  const [epoch] = open.store.epochs();
  return open.store.entriesAfter(epoch?.epoch ?? "", 0, 1_000);
}
const ofType = (composed: ComposedStation, type: string) =>
  entriesOf(composed).filter((entry) => entry.type === type);

describe("rights end by time", () => {
  test("ST-8 a booking after five minutes is refused in words although no tick came, counts nothing, and is recorded once", () => {
    const { hands, composed, scan } = atWork();
    onTestFinished(() => composed.close());
    hands.monoMs += 5 * MINUTE;
    expect(bookGood(composed)).toMatchObject({
      refusal: { code: "rights-ended", details: { person: "A. Nowak" } },
    });
    expect(scan("LT88213")).toMatchObject({ verdict: "blocked", outcome: "rights-ended" });
    composed.station.tick();
    composed.station.services.touched();
    expect(rights(composed)).toEqual(["none"]);
    expect(ofType(composed, "person.rights-ended")).toMatchObject([{ actor: null, auth: "station" }]);
    expect(composed.station.services.screen().order).toMatchObject({ state: "running", good: 0 });

    hands.monoMs += 2 * SECOND;
    scan("BG1001");
    expect(codeOf(bookGood(composed))).toBe("booked");
    expect(entriesOf(composed).at(-1)).toMatchObject({ actor: "P-1001", auth: "badge" });
  });

  test("ST-8 a touch, a scan, a gauge reading and a booking keep rights; what the machine or the wall clock does ends and keeps none", () => {
    const { hands, composed, scan } = atWork();
    onTestFinished(() => composed.close());
    const { services, gauge } = composed.station;
    for (const live of [
      services.touched,
      () => scan("LT88213"),
      () => gauge.reading("1.0", "mm"),
      () => bookGood(composed),
    ]) {
      hands.monoMs += 5 * MINUTE - 1;
      hands.wallMs += 400 * 86_400_000;
      composed.station.tick();
      live();
      expect(rights(composed)).toEqual(["all"]);
    }
    hands.wallMs -= 4_000 * 86_400_000;
    hands.monoMs += 5 * MINUTE;
    composed.station.tick();
    expect(rights(composed)).toEqual(["none"]);
  });

  test("ST-8 P9 over a restart rights last as long as without one; a boot ends them", () => {
    const { hands, composed, restarted } = atWork();
    hands.monoMs += 4 * MINUTE;
    composed.station.services.touched();
    composed.station.tick();
    const after = restarted();
    hands.monoMs += 5 * MINUTE - 1;
    expect(codeOf(bookGood(after))).toBe("booked");
    after.station.services.touched();
    after.station.tick();
    expect(rights(after)).toEqual(["all"]);
    hands.bootId = "boot-2";
    hands.monoMs = 7;
    expect(codeOf(bookGood(after))).toBe("rights-ended");
    expect(ofType(after, "person.rights-ended").at(-1)?.payload).toContain('"cause":"restart"');
  });

  test("ST-9 O3 a lead who helps has a minute, shown as it passes; then the place is the operator's again", () => {
    const { hands, composed, scan } = atWork();
    onTestFinished(() => composed.close());
    scan("BG1003");
    hands.monoMs += 18 * SECOND;
    const left = Date.parse(people(composed).leadUntilUtc ?? "") - hands.wallMs;
    expect(left).toBe(42 * SECOND);
    hands.monoMs += 42 * SECOND;
    composed.station.tick();
    expect(people(composed)).toMatchObject({
      leadUntilUtc: null,
      signedIn: [
        { name: "C. Weiss", rights: "none" },
        { name: "A. Nowak", rights: "all" },
      ],
    });
    expect(codeOf(bookGood(composed))).toBe("booked");
    expect(entriesOf(composed).at(-1)).toMatchObject({ actor: "P-1001" });
  });

  test("ST-8 P9 a PIN after a standstill: whose rights had ended by then is recorded before, not after it", async () => {
    const { hands, composed } = atWork();
    onTestFinished(() => composed.close());
    hands.monoMs += 5 * MINUTE;
    const pin = { intentId: randomUUID(), personId: "P-1003", pin: "1234" };
    expect(await composed.station.services.signIn(pin)).toMatchObject({ ok: true });
    expect(
      entriesOf(composed)
        .slice(-2)
        .map(({ type }) => type),
    ).toEqual(["person.rights-ended", "person.signed-in"]);
  });

  test("ST-10 whoever forgot to leave is signed out by the station, once, with the cause", () => {
    const { hands, composed } = atWork();
    onTestFinished(() => composed.close());
    const { commands } = composed.station.services;
    commands.execute("orders.pause", { intentId: randomUUID(), reasonCode: "pause-1" });
    hands.monoMs += 30 * MINUTE;
    composed.station.tick();
    composed.station.tick();
    expect(people(composed).signedIn).toEqual([]);
    expect(ofType(composed, "person.signed-out").map(({ payload }) => payload)).toEqual([
      '{"personId":"P-1001","cause":"no-order"}',
    ]);
  });

  test("ST-11 a badge while somebody else measures keeps what was measured, and the rest is in the new name", () => {
    const { hands, composed, scan } = atWork();
    onTestFinished(() => composed.close());
    const { commands, openCheck } = composed.station.services;
    commands.execute("orders.start", { intentId: randomUUID(), jobOrderId: "4711", activeOrder: "pause" });
    const check = () => composed.station.services.screen().checks[0];
    openCheck(check()?.characteristicId ?? null);
    composed.station.gauge.reading("39.990", "mm");
    hands.monoMs += 5 * MINUTE;
    composed.station.gauge.reading("39.991", "mm");
    expect(composed.station.services.screen().lastScan).toMatchObject({ outcome: "rights-ended" });
    expect(check()?.pieces).toHaveLength(1);
    scan("BG1002");
    composed.station.gauge.reading("39.991", "mm");
    expect(check()?.pieces.map(({ text }) => text)).toEqual(["39.990", "39.991"]);
    const measured = ofType(composed, "measurement.recorded").map(({ actor }) => actor);
    expect(measured).toEqual(["P-1001", "P-1002"]);
  });

  test("leaving needs no rights", () => {
    const { hands, composed } = atWork();
    onTestFinished(() => composed.close());
    hands.monoMs += 5 * MINUTE;
    const leave = { intentId: randomUUID(), personId: "P-1001" };
    expect(composed.station.services.commands.execute("session.signOut", leave)).toMatchObject({ ok: true });
    expect(people(composed).signedIn).toEqual([]);
  });
});
