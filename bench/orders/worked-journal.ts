import { randomUUID } from "node:crypto";
import { parseConfig } from "../../main/station/config/read-config.ts";
import { epochChange, openEpoch } from "../../main/station/life/enter-epoch.ts";
import { loadState } from "../../main/station/life/load-state.ts";
import { sha256 } from "../../main/station/record/digest.ts";
import { createRecorder, type Recorder } from "../../main/station/record/recorder.ts";
import { openStore } from "../../main/station/store/open-store.ts";
import type { Actor, Draft } from "../../shared/domain/event.ts";
import type { Clock } from "../../shared/lib/clock.ts";
import { runningOrder } from "./worked-drafts.ts";
import { type WriteDrafts, workOrder } from "./worked-order.ts";

/** How many events an order has before the next one is started. */
const EVENTS_PER_ORDER = 3_300;
const DAYS_BACK = 30;
const DAY_MS = 86_400_000;
/** Badges of the sample plant that take turns, one an order. */
const PEOPLE = ["P-1001", "P-1002", "P-1003"];

export interface JournalSize {
  /** Entries in the end; at least the dozen of the order that is on the machine then. */
  readonly events: number;
  /** The order that is running when the window opens. */
  readonly runningOrderId: string;
}

/**
 * Writes into the data folder of a station that does not run what its own recorder would have written in a month: some
 * sixty orders with counts, stops, bookings, corrections, checks and loads, sealed, chained and projected. In the end
 * somebody is signed in and an order runs.
 */
export function writeWorkedJournal(stationFolder: string, { events, runningOrderId }: JournalSize): void {
  const open = openStore(stationFolder);
  const clock = monthClock(events);
  const recorder = createRecorder(
    { head: { epoch: "", seq: 0, hash: "" }, state: loadState(open.store) },
    {
      journal: open.store,
      clock,
      newId: randomUUID,
      sha256,
      workUnit: parseConfig("{}", "defaults").workUnit,
      mesOffsetMs: () => null,
      onRecorded: (_head, recorded) => clock.advance(recorded.length),
    },
  );
  const change = epochChange(open.store, null);
  if (change !== null) openEpoch(change, { recorder, newEpoch: randomUUID, newId: randomUUID });
  const last = runningOrder(runningOrderId);
  const write: WriteDrafts = (drafts, personId) => record(recorder, drafts, personId);
  const end = events - last.length;
  for (let order = 1; recorder.head().seq < end; order += 1) {
    const jobOrder = `J-${1000 + order}`;
    workOrder(write, {
      jobOrder,
      person: PEOPLE[order % PEOPLE.length] ?? "P-1001",
      events: Math.min(EVENTS_PER_ORDER, end - recorder.head().seq),
      lotOf: (change) => `${jobOrder}-L${change}`,
    });
  }
  write(last, "P-1001");
  open.sidecar.write(recorder.head());
  open.close();
}

/** @returns the id of the first event; "" when there was nothing to record */
function record(recorder: Recorder, drafts: readonly Draft[], personId: string | null): string {
  const actor: Actor = personId === null ? { personId, auth: "machine" } : { personId, auth: "badge" };
  return recorder.record(drafts, { intentId: randomUUID(), actor })?.eventId ?? "";
}

/** Spreads the events over the month that ends now. */
function monthClock(events: number): Clock & { advance(count: number): void } {
  const stepMs = (DAYS_BACK * DAY_MS) / events;
  const startMs = Date.now() - DAYS_BACK * DAY_MS;
  let passedMs = 0;
  return {
    now: () => ({
      atUtc: new Date(startMs + passedMs).toISOString(),
      monoNs: String(BigInt(Math.round(passedMs)) * 1_000_000n),
      bootId: "boot-1",
      clockState: "trusted",
    }),
    advance(count) {
      passedMs += count * stepMs;
    },
  };
}
