import type { MachineState } from "../domain/machines/machine-state.ts";
import type { NormalLimits, SignalMeaning } from "../domain/machines/mapping.ts";
import type { CountAuthority } from "../domain/orders/job-order.ts";
import type { Readiness } from "../domain/orders/readiness.ts";
import type { Language, LocalizedText } from "../domain/people/localized-text.ts";
import type { ScanChoice } from "../domain/scan-decision.ts";
import type { ScanOutcome, ScanVerdict } from "../domain/scan-outcome.ts";
import type { ShownShift } from "../domain/shifts/shown-shift.ts";
import type { AlarmFacts } from "./alarm-facts.ts";
import type { CauseView, CurrentStopView } from "./current-stop-view.ts";
import type { DeviceView } from "./device-view.ts";
import type { MachineLinkView } from "./machine-link-view.ts";
import type { OutboxView } from "./outbox-view.ts";
import type { PackingView } from "./packing-view.ts";
import type { PeopleView } from "./people-view.ts";
import type { PlaceView } from "./place-view.ts";
import type { ElsewhereView, ReworkTarget, UpstreamView } from "./route-view.ts";
import type { SyncTrouble } from "./sync-trouble.ts";
import type { TimeRow } from "./time-row.ts";

/**
 * Everything a terminal screen shows, as one value. The station pushes a new one whenever something changed; the screen
 * draws it and decides nothing. Times are ISO 8601 UTC, quantities whole pieces, measured values decimal text.
 */
export interface ScreenModel {
  readonly station: StationView;
  /** The machine whose orders are worked here. */
  readonly machine: MachineView;
  /** Every machine of the station, this one included. */
  readonly machines: readonly MachineView[];
  readonly people: PeopleView;
  readonly order: ActiveOrderView | null;
  readonly queue: readonly QueueRow[];
  readonly reasons: {
    readonly pause: readonly ReasonTile[];
    readonly scrap: readonly ReasonTile[];
    readonly rework: readonly ReasonTile[];
    /** Why a rule of materials is set aside. */
    readonly override: readonly ReasonTile[];
    /** Why an order ends with pieces missing, and why a lead gives one up. */
    readonly short: readonly ReasonTile[];
    readonly abort: readonly ReasonTile[];
    /** Why a lead opens a closed box or pallet again. */
    readonly reopen: readonly ReasonTile[];
  };
  readonly checks: readonly CheckView[];
  readonly defects: readonly DefectTile[];
  readonly materials: readonly MaterialRow[];
  readonly packing: PackingView;
  readonly messages: readonly { readonly atUtc: string; readonly text: string }[];
  readonly stops: StopsView;
  readonly tools: readonly ToolView[];
  readonly sync: SyncView;
  readonly outbox: OutboxView;
  readonly lastScan: ScanView | null;
  readonly undo: UndoView | null;
  /** What people booked, newest first: what can still be corrected here. */
  readonly bookings: readonly BookingRow[];
  readonly times: readonly TimeRow[];
  readonly devices: readonly DeviceView[];
}

export interface StationView {
  readonly stationId: string;
  readonly machineName: string;
  /** ISA-95 work unit that is shown. */
  readonly workUnit: string;
  /** Everything that can be shown here; more than one: a key for each leads to it. */
  readonly places: readonly PlaceView[];
  readonly nowUtc: string;
  /** IANA zone of the plant; all shown times are in it. */
  readonly timeZone: string;
  /** null: no shift works. */
  readonly shift: ShownShift | null;
  readonly defaultLanguage: Language;
  /** When the master data was last confirmed with the MES; null: never. */
  readonly dataOfUtc: string | null;
  /** It was so long ago that orders may have changed meanwhile. */
  readonly dataIsOld: boolean;
  readonly version: string;
}

export interface MachineView {
  readonly machineId: string;
  readonly name: string;
  /** No machine is connected here: its state is what people do with the order. */
  readonly isManual?: boolean;
  readonly state: MachineState;
  readonly sinceUtc: string;
  /** Last good value of the machine since the station started; with no data this is its age. */
  readonly lastValueUtc: string | null;
  readonly counter: number | null;
  /** The stop that goes on; null: none. */
  readonly stop: CurrentStopView | null;
  /** Micro-stops of this shift. */
  readonly microStops: number;
  /** What counts its pieces, with how many one count stands for. */
  readonly counters: readonly CounterView[];
  /** Newest values of what the machine measures and tells, in the order of the mapping. */
  readonly values: readonly LiveValueView[];
  /** The connection in figures, a second old at most; null: nothing was heard of it yet. */
  readonly link: MachineLinkView | null;
}

export interface CounterView {
  readonly signalId: string;
  readonly name: string;
  readonly meaning: SignalMeaning;
  readonly piecesPerCount: number;
}

export interface LiveValueView {
  readonly signalId: string;
  readonly name: string;
  readonly meaning: SignalMeaning;
  /** UCUM or UNECE code; empty: none. */
  readonly unit: string;
  /** Scaled as the mapping says; null: none came yet, or not a number. */
  readonly value: number | string | null;
  /** Of what is normal, as shown; null: none were said. */
  readonly limits: NormalLimits | null;
  readonly quality: "good" | "uncertain" | "bad" | "none";
  /** By the machine's own clock where it gives a time. */
  readonly atUtc: string | null;
  /** Of an alarm that is there. */
  readonly alarm?: AlarmFacts;
}

export interface ActiveOrderView {
  readonly jobOrderId: string;
  readonly itemName: string;
  readonly operation: string;
  readonly state: "setting-up" | "running" | "paused" | "held";
  readonly pauseReason: LocalizedText | null;
  /** So many orders one key pauses, or brings back, at once; 1: this one runs, or was paused, alone. */
  readonly together: number;
  /** Why the planner interrupted it; null: it is not held. */
  readonly hold: HoldView | null;
  /** Whole minutes of set-up so far. */
  readonly setUpMinutes: number;
  /** What was planned when it was started, once the planner changed it; null: it is as it was. */
  readonly plannedWas: number | null;
  /** More good pieces than are planned, by all that is known here; 0 while there are not. */
  readonly overDelivered: number;
  readonly startedUtc: string;
  readonly countAuthority: CountAuthority;
  /** The machine is the authority: good is not booked by hand, with or without a signal. */
  readonly machineCounts: boolean;
  /** Last counter reading of an order that is counted by readings; null: it is counted piece by piece. */
  readonly reading: number | null;
  readonly good: number;
  readonly scrap: number;
  readonly rework: number;
  readonly planned: number;
  /** What other stations have made of it; null: no other has begun it, as far as is known here. */
  readonly elsewhere: ElsewhereView | null;
  /** Good pieces that are missing by all that is known: planned, less those of here and of elsewhere. */
  readonly remaining: number;
  /** Good pieces to be booked next: what is still to do, at most what came from the operation before and lies here. */
  readonly toBook: number;
  /** What came from the operation before; null: there is none, or the MES has not told. */
  readonly upstream: UpstreamView | null;
  /** Operations that rework can be sent back to, nearest first. */
  readonly reworkTargets: readonly ReworkTarget[];
  readonly boxQuantity: number | null;
  /** Ideal rate times planned run time so far. */
  readonly targetNow: number;
  readonly readyAboutUtc: string | null;
  /** Run time each good piece took so far; null until there are enough of them, or none is expected. */
  readonly secondsPerPiece: number | null;
  /** What the plan allows for a piece; null: the plan says nothing. */
  readonly plannedSecondsPerPiece: number | null;
  readonly dueUtc: string;
}

export interface HoldView {
  readonly cause: "hold" | "cancelled" | "aborted";
  /** In the planner's words; may be empty. */
  readonly reason: string;
  /** The planner has released it again: who works here resumes it. */
  readonly isLifted: boolean;
}

export interface QueueRow {
  readonly jobOrderId: string;
  /** Number of the operation whose pieces are reworked; null: it is an order of the plan. */
  readonly reworkFor: string | null;
  readonly itemName: string;
  readonly operation: string;
  readonly planned: number;
  readonly good: number;
  readonly elsewhere: ElsewhereView | null;
  readonly dueUtc: string;
  readonly state: "released" | "setting-up" | "running" | "paused" | "held" | "finished";
  /** What it needs and how that stands, what the planner says first. */
  readonly readiness: readonly Readiness[];
  readonly materialCount: number;
  /** It may be begun beside what runs now: the planner put them into one set, or a lead is here. */
  readonly mayRunTogether: boolean;
}

export interface ReasonTile {
  readonly reasonCode: string;
  readonly name: LocalizedText;
}

export interface DefectTile {
  readonly defectCode: string;
  readonly name: LocalizedText;
  /** Share of all defects on this order, whole percent; null while there are none. */
  readonly sharePercent: number | null;
}

export interface MeasuredPiece {
  readonly eventId: string;
  readonly piece: number;
  readonly text: string;
  readonly result: "inside" | "below" | "above";
  readonly source: "pad" | "gauge";
}

export interface SampleSummary {
  readonly sample: number;
  readonly mean: number;
  readonly range: number;
}

export interface CheckView {
  readonly characteristicId: string;
  readonly name: string;
  readonly unit: string;
  readonly lowerLimit: string;
  readonly upperLimit: string;
  readonly nominal: string;
  readonly decimals: number;
  readonly sampleSize: number;
  readonly gaugeId: string | null;
  readonly gaugeReady: boolean;
  /** Of the current sample; the next piece is pieces.length + 1. */
  readonly pieces: readonly MeasuredPiece[];
  readonly sample: number;
  /** Finished samples, oldest first, at most 25. */
  readonly history: readonly SampleSummary[];
  /** Pieces until the next sample is due; 0 or less: due now. */
  readonly dueInPieces: number;
}

export interface MaterialRow {
  readonly itemId: string;
  readonly itemName: string;
  readonly location: string;
  /** UCUM or UNECE code; empty: pieces. */
  readonly unit: string;
  readonly lotId: string | null;
  /** The load that can be taken back; null: none is loaded. */
  readonly loadEventId: string | null;
  /** Decimal text in `unit`; what was loaded where nothing can be calculated. */
  readonly left: string | null;
  /** Enough for so many pieces; null: the plan does not say what a piece takes. */
  readonly leftPieces: number | null;
  /** At the present pace; null: nothing runs, or nobody can say. */
  readonly emptyAboutUtc: string | null;
  readonly expiresUtc: string | null;
  /** "held": the planner holds the lot that is loaded. "empty": by calculation nothing is left. "runs-out": within a quarter of an hour, before the order is complete. */
  readonly state: "loaded" | "expires-today" | "runs-out" | "empty" | "held" | "to-scan";
}

/** Stops of this shift. */
export interface StopsView {
  /** Without micro-stops. */
  readonly count: number;
  /** Of known stops; a time without data is not counted as one. */
  readonly minutes: number;
  readonly noDataMinutes: number;
  readonly microStops: number;
  /** So many wait for their reason. */
  readonly unnamed: number;
  /** Newest first. */
  readonly last: readonly StopRow[];
}

export interface StopRow {
  readonly stopId: string;
  readonly sinceUtc: string;
  readonly minutes: number;
  readonly reason: LocalizedText | null;
  readonly isOpen: boolean;
  readonly isNoData: boolean;
  /** A person may give it a reason: a pause has its own. */
  readonly canName: boolean;
  readonly causes: readonly CauseView[];
}

export interface ToolView {
  readonly toolId: string;
  readonly name: string;
  readonly usedCycles: number;
  readonly lifeLimitCycles: number;
  /** From here on the tool asks for its change; below the limit. */
  readonly warnAtCycles: number;
  readonly state: "ok" | "warning" | "limit";
  /** Open order that raised itself; null when none. */
  readonly maintenanceOrderId: string | null;
  readonly raisedUtc: string | null;
}

export interface SyncView {
  readonly state: "up-to-date" | "saved-here" | "sending" | "needs-someone";
  /** Saved here and not yet acknowledged. */
  readonly waiting: number;
  readonly oldestWaitingUtc: string | null;
  readonly lastContactUtc: string | null;
  /** Why a person must act; null otherwise. */
  readonly trouble: SyncTrouble | null;
  /** Clock of the station minus that of the MES, once it is somebody's to set; else 0. */
  readonly clockOffMs: number;
}

export interface ScanView {
  /** Changes with every scan, also with an equal one. */
  readonly scanId: string;
  readonly atUtc: string;
  readonly source: "scanner" | "wedge" | "gauge";
  readonly verdict: ScanVerdict;
  readonly outcome: ScanOutcome;
  /** What was read, control characters made visible. */
  readonly code: string;
  /** Words for the strip and the verdict bar: order, person, item, lot, needed … by name. */
  readonly details: Readonly<Record<string, string>>;
  /** Only for ambiguous: what a tap would do. */
  readonly choices: readonly ScanChoice[];
  /** A later scan of the same code within 2 s was ignored. */
  readonly repeats: number;
  /** What it was booked as; null when nothing was. */
  readonly eventId: string | null;
  /** The MES has confirmed that booking. */
  readonly received: boolean;
}

/** The booking, pause or taking out that can be taken back for 10 s. */
export interface UndoView {
  readonly eventId: string;
  readonly kind: "good" | "scrap" | "rework" | "defect" | "measurement" | "pause" | "taken-out";
  /** Pieces; of a pause the orders that it paused. */
  readonly quantity: number;
  /** Of one piece that was taken out of a box and has a number; null: it has none, or it is something else. */
  readonly serial: string | null;
  /** Of a pause several, by comma. */
  readonly jobOrderId: string;
  readonly personName: string;
  readonly untilUtc: string;
  readonly received: boolean;
}

export interface BookingRow {
  readonly eventId: string;
  readonly kind: "good" | "scrap" | "rework" | "defect";
  readonly atUtc: string;
  readonly jobOrderId: string;
  readonly itemName: string | null;
  readonly personName: string | null;
  /** Reason of a scrap or rework, name of a defect. */
  readonly about: LocalizedText | null;
  readonly quantity: number;
  /** So many of them were taken back since. */
  readonly takenBack: number;
  /** The active person may take pieces of it back. */
  readonly mayCorrect: boolean;
}
