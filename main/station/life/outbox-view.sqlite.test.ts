import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Verdict } from "../../../shared/protocol/messages.ts";
import { systemClock } from "../record/system-clock.ts";
import {
  bookGood,
  type ComposedStation,
  composeAtWork,
  composeStation,
} from "../testing/composed-station.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

function closing(composed: ComposedStation): ComposedStation {
  onTestFinished(() => composed.close());
  return composed;
}

/** The MES acknowledges everything so far, with these verdicts on the last entries and "applied" for the rest. */
function acknowledge(
  { open }: ComposedStation,
  ...last: readonly ("rejected" | "parked" | "applied")[]
): void {
  const head = open.store.epochs().at(-1);
  if (head === undefined) throw new Error("no epoch");
  const verdicts = last.map((verdict, index): Verdict => {
    const seq = head.seq - last.length + 1 + index;
    if (verdict === "applied") return { seq, verdict };
    return verdict === "rejected"
      ? { seq, verdict, code: "order-cancelled" }
      : { seq, verdict, code: "newer-version" };
  });
  open.store.saveAcknowledgement({ ...head, verdicts });
}

const screen = ({ station }: ComposedStation) => station.services.screen();
const markSeen = ({ station }: ComposedStation, eventIds: readonly string[], intentId = randomUUID()) =>
  station.services.commands.execute("sync.markSeen", { intentId, eventIds: [...eventIds] });

function bookedId(composed: ComposedStation, quantity: number): string {
  const answer = bookGood(composed, quantity);
  if (!answer.ok || answer.eventId === null) throw new Error("not booked");
  return answer.eventId;
}

/** Three bookings, of which the MES refused the second and the third, with a lead at the terminal. */
function withRefusals(folder = temporaryFolder()) {
  const composed = composeAtWork(folder);
  const [, second, third] = [3, 4, 5].map((quantity) => bookedId(composed, quantity));
  acknowledge(composed, "applied", "rejected", "rejected");
  return { composed, second: second ?? "", third: third ?? "" };
}

describe("ST-4 I-16 bookings that the MES refused", () => {
  test("are listed newest first with all a person must know, turn the chip, and are counted", () => {
    const { composed, second, third } = withRefusals();
    closing(composed);
    const { outbox, sync } = screen(composed);
    expect(sync).toMatchObject({ state: "needs-someone", trouble: "rejected", waiting: 0 });
    expect(outbox).toMatchObject({ received: 6, held: 0, refused: 2, refusedDirectives: [] });
    expect(outbox.refusals).toMatchObject([
      { eventIds: [third], quantity: 5 },
      {
        eventIds: [second],
        what: "good",
        jobOrderId: "4731",
        itemName: "Pin 8",
        quantity: 4,
        personName: "A. Nowak",
        reason: "order-cancelled",
        seen: null,
      },
    ]);
  });

  test("a lead marks one after the other as seen; with the last the chip is as before, also after a restart", () => {
    const folder = temporaryFolder();
    const { composed, second, third } = withRefusals(folder);
    composed.station.scans.scan("BG1003", "scanner");
    expect(markSeen(composed, [third])).toMatchObject({ ok: true, repeated: false });
    expect(screen(composed)).toMatchObject({ outbox: { refused: 1 }, sync: { trouble: "rejected" } });
    expect(markSeen(composed, [second])).toMatchObject({ ok: true });
    composed.abandon();

    const after = closing(composeStation(folder));
    const { outbox, sync } = screen(after);
    expect(sync).toMatchObject({ state: "saved-here", trouble: null });
    expect(outbox.refused).toBe(0);
    expect(outbox.refusals.map(({ seen }) => seen?.personName)).toEqual(["C. Weiss", "C. Weiss"]);
  });

  test("O1 the same tap again is the same event, a second tap on what was seen is refused", () => {
    const { composed, third } = withRefusals();
    closing(composed);
    composed.station.scans.scan("BG1003", "scanner");
    const intentId = randomUUID();
    const first = markSeen(composed, [third], intentId);
    expect(markSeen(composed, [third], intentId)).toEqual({ ...first, repeated: true });
    expect(markSeen(composed, [third])).toMatchObject({ refusal: { code: "unknown-rejection" } });
  });

  test("an operator, nobody, and a booking that was not refused are refused, and nothing is recorded", () => {
    const { composed, third } = withRefusals();
    closing(composed);
    const before = composed.open.store.epochs();
    expect(markSeen(composed, [third])).toMatchObject({ refusal: { code: "lead-only" } });
    expect(composed.open.store.epochs()).toEqual(before);
    composed.station.scans.scan("BG1003", "scanner");
    expect(markSeen(composed, [randomUUID()])).toMatchObject({ refusal: { code: "unknown-rejection" } });
    composed.station.scans.scan("BG1001", "scanner");
    composed.station.scans.scan("BG1003 ", "scanner");
    for (const { personId } of screen(composed).people.signedIn)
      composed.station.services.commands.execute("session.signOut", { intentId: randomUUID(), personId });
    expect(markSeen(composed, [third])).toMatchObject({ refusal: { code: "nobody-signed-in" } });
  });

  test("what the MES only holds back is counted and calls nobody", () => {
    const composed = closing(composeAtWork(temporaryFolder()));
    bookGood(composed, 3);
    acknowledge(composed, "parked");
    expect(screen(composed)).toMatchObject({
      outbox: { held: 1, refused: 0, refusals: [] },
      sync: { trouble: null },
    });
  });

  test("a refusal that the MES itself took back later calls nobody any more", () => {
    const composed = closing(composeAtWork(temporaryFolder()));
    bookGood(composed, 3);
    acknowledge(composed, "rejected");
    expect(screen(composed).sync.trouble).toBe("rejected");
    acknowledge(composed, "applied");
    expect(screen(composed)).toMatchObject({ outbox: { refused: 0, refusals: [] }, sync: { trouble: null } });
  });

  test("ST-7 a clock that is more than 30 s off is somebody's to set, and each entry says by how much", () => {
    const composed = closing(composeAtWork(temporaryFolder()));
    const told = (offsetMs: number): void => {
      composed.station.syncStatus({
        state: "up-to-date",
        trouble: null,
        lastContactUtc: null,
        mesOffset: { offsetMs, at: systemClock(undefined).now() },
        refusedDirectives: [],
      });
    };
    told(20_000);
    expect(screen(composed).sync).toMatchObject({ trouble: null, clockOffMs: 0 });
    told(-3_600_000);
    const { sync } = screen(composed);
    expect(sync).toMatchObject({ state: "needs-someone", trouble: "clock" });
    expect(Math.round(sync.clockOffMs / 60_000)).toBe(60);
    bookGood(composed, 3);
    const { store } = composed.open;
    const head = store.epochs().at(-1) ?? { epoch: "", seq: 0 };
    const [entry] = store.entriesAfter(head.epoch, head.seq - 1, 1);
    expect(Math.round((entry?.mesOffsetMs ?? 0) / 60_000)).toBe(-60);
  });

  test("I-22 directives that could not be used are shown newest first", () => {
    const composed = closing(composeAtWork(temporaryFolder()));
    const directive = { kind: "lot", id: "88213", reason: "wrong-id", detail: "" } as const;
    composed.station.syncStatus({
      state: "up-to-date",
      trouble: null,
      lastContactUtc: "2026-11-23T06:00:00.000Z",
      mesOffset: null,
      refusedDirectives: [
        { ...directive, seq: 7 },
        { ...directive, seq: 9, kind: "recipe", reason: "malformed" },
      ],
    });
    expect(screen(composed).outbox.refusedDirectives).toEqual([
      { seq: 9, kind: "other", id: "88213", fault: "malformed" },
      { seq: 7, kind: "lot", id: "88213", fault: "wrong-id" },
    ]);
  });
});
