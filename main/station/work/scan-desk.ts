import { decideScan } from "../../../shared/domain/decide-scan.ts";
import type { MasterData } from "../../../shared/domain/master-data.ts";
import { placeOfScan } from "../../../shared/domain/orders/place-of-scan.ts";
import type { DataAge } from "../../../shared/domain/orders/stale-data.ts";
import { placeNow, stateAt, type WorkUnits } from "../../../shared/domain/orders/work-place.ts";
import { type ScanDecision, scanDecision } from "../../../shared/domain/scan-decision.ts";
import type { Clock } from "../../../shared/lib/clock.ts";
import type { NewId } from "../../../shared/lib/ids.ts";
import { type ReadCode, readCode } from "../../../shared/scan/read-code.ts";
import type { ScanView } from "../../../shared/screen/screen-model.ts";
import type { Recorder } from "../record/recorder.ts";
import type { Booker } from "./booker.ts";
import { actorOf } from "./command-desk.ts";
import type { StationMemory } from "./memory.ts";
import type { RightsDesk } from "./rights-desk.ts";

/** The same code again within this time is the same trigger pull (fault K6). */
const REPEAT_WINDOW_MS = 2_000;

export interface ScanDeskOptions {
  readonly recorder: Recorder;
  readonly booker: Booker;
  readonly memory: StationMemory;
  readonly master: () => MasterData;
  readonly clock: Clock;
  readonly nowMs: () => number;
  readonly newId: NewId;
  readonly workUnits: WorkUnits;
  readonly age: () => DataAge;
  readonly rights: Pick<RightsDesk, "settle" | "touched">;
  /** The screens must be told. */
  readonly changed: () => void;
}

export interface ScanDesk {
  scan(raw: string, source: ScanView["source"], intentId?: string): ScanView;
}

/** The one scan path: serial scanner, keyboard wedge and tests all end here, and each scan leaves one verdict. */
export function createScanDesk(options: ScanDeskOptions): ScanDesk {
  const { memory, recorder } = options;
  return {
    scan(raw, source, intentId = options.newId()) {
      const before = memory.scanAnswers.get(intentId);
      if (before !== undefined) return before;
      const nowMs = options.nowMs();
      const repeated = repeatedView(memory, raw, nowMs);
      const view = repeated ?? judge(raw, source, intentId);
      memory.lastScan = view;
      memory.lastRead = { raw, atMs: nowMs, view };
      remember(memory.scanAnswers, intentId, view);
      options.changed();
      return view;
    },
  };

  function judge(raw: string, source: ScanView["source"], intentId: string): ScanView {
    const code = readCode(raw);
    // Whoever was here before is not here because somebody else shows a badge.
    if (code.kind === "badge") options.rights.settle();
    else options.rights.touched();
    const booked = bookScan(decide(options, code), intentId, options);
    noteShown(booked.decision);
    return viewOf(booked, code.text, { source, options });
  }

  /** The sheet of packing then shows this unit, so that an older one can get a label or be opened again. */
  function noteShown({ outcome, details }: ScanDecision): void {
    if (outcome !== "unit-shown") return;
    const unit = [...recorder.state().unit.values()].find(({ sscc }) => sscc === details.sscc);
    memory.shownUnit = unit?.unitId ?? null;
  }

  function decide({ clock, master, workUnits: units, age }: ScanDeskOptions, code: ReadCode): ScanDecision {
    const personActive = actorOf(recorder.state()) !== undefined;
    const { dataOfUtc } = age();
    const known = { state: recorder.state(), master: master() };
    const place = placeOfScan(known, code, { shown: placeNow(known.state, memory.place, units), units });
    // The screen follows the scan, so that what it led to is never behind another place.
    memory.place = place;
    const context = { at: clock.now(), personActive, workUnit: place.workUnit, dataOfUtc };
    const whole = { workUnit: place.workUnit, jobOrderId: null };
    const seen = stateAt(known.state, code.kind === "order" ? whole : place, units);
    return decideScan({ ...known, state: seen }, code, context);
  }
}

/** The verdict of the scan just before, counted once more, if it was the same code within the window. */
function repeatedView(memory: StationMemory, raw: string, nowMs: number): ScanView | undefined {
  const last = memory.lastRead;
  if (last === null || last.raw !== raw || nowMs - last.atMs >= REPEAT_WINDOW_MS) return undefined;
  return { ...last.view, repeats: last.view.repeats + 1 };
}

const KEPT_ANSWERS = 50;

function remember(answers: Map<string, ScanView>, intentId: string, view: ScanView): void {
  answers.set(intentId, view);
  const [oldest] = answers.keys();
  if (answers.size > KEPT_ANSWERS && oldest !== undefined) answers.delete(oldest);
}

export interface BookedScan {
  readonly decision: ScanDecision;
  readonly eventId: string | null;
}

/** A verdict of DONE is given only when the booking is on the disk. */
export function bookScan(
  decision: ScanDecision,
  intentId: string,
  options: Pick<ScanDeskOptions, "recorder" | "booker">,
): BookedScan {
  if (decision.drafts.length === 0) return { decision, eventId: null };
  const before = options.recorder.booked(intentId);
  if (before !== undefined) return { decision, eventId: before.eventId };
  const actor =
    decision.actor === null
      ? (actorOf(options.recorder.state()) ?? { personId: null, auth: "station" as const })
      : { personId: decision.actor, auth: "badge" as const };
  const booked = options.booker.book(decision.drafts, { intentId, actor });
  if (booked.ok) return { decision, eventId: booked.value?.eventId ?? null };
  return { decision: scanDecision("blocked", "storage-full", { details: decision.details }), eventId: null };
}

export function viewOf(
  { decision, eventId }: BookedScan,
  code: string,
  from: { source: ScanView["source"]; options: Pick<ScanDeskOptions, "newId" | "clock"> },
): ScanView {
  const { verdict, outcome, details, choices } = decision;
  return {
    scanId: from.options.newId(),
    atUtc: from.options.clock.now().atUtc,
    source: from.source,
    verdict,
    outcome,
    code,
    details,
    choices,
    repeats: 0,
    eventId,
    received: false,
  };
}
