import type { MachineMapping } from "../../../shared/domain/machines/mapping.ts";
import type { MasterData } from "../../../shared/domain/master-data.ts";
import type { Surroundings } from "../../../shared/domain/orders/readiness.ts";
import { staleDataMs } from "../../../shared/domain/orders/stale-data.ts";
import { placeNow, stateAt, type WorkUnits, workedAt } from "../../../shared/domain/orders/work-place.ts";
import type { Language } from "../../../shared/domain/people/localized-text.ts";
import { calendarOf } from "../../../shared/domain/shifts/calendar-of.ts";
import { shownShift } from "../../../shared/domain/shifts/shown-shift.ts";
import type { StationState } from "../../../shared/domain/station-state.ts";
import type { ReasonKind } from "../../../shared/domain/stops/reason.ts";
import { reasonsOf } from "../../../shared/domain/stops/reasons-of.ts";
import type { Instant } from "../../../shared/lib/clock.ts";
import type { OutboxView } from "../../../shared/screen/outbox-view.ts";
import type { ReasonTile, ScanView, ScreenModel, SyncView } from "../../../shared/screen/screen-model.ts";
import type { StationMemory } from "../work/memory.ts";
import { bookingsView } from "./bookings-view.ts";
import { machineViews, ownMachineView } from "./machine-view.ts";
import { materialsView } from "./material-view.ts";
import { activeOrderView, queueView } from "./order-view.ts";
import { type PackingSources, packingView } from "./packing-view.ts";
import { peopleView } from "./people-view.ts";
import { placesView } from "./places-view.ts";
import { checksView, defectsView } from "./quality-view.ts";
import { shiftStartUtc } from "./shift-start.ts";
import { stopsView } from "./stop-view.ts";
import { timesView } from "./times-view.ts";
import { toolsView } from "./tool-view.ts";
import { undoView } from "./undo-view.ts";

export interface ScreenSources extends Pick<PackingSources, "label"> {
  readonly machines: readonly MachineMapping[];
  readonly state: StationState;
  readonly master: MasterData;
  readonly memory: StationMemory;
  readonly sync: SyncView;
  readonly outbox: OutboxView;
  readonly at: Instant;
  readonly nowMs: number;
  /** Until a PIN may be tried at this terminal again; 0: now. */
  readonly pinPauseLeftMs: number;
  readonly isPinLocked: (personId: string) => boolean;
  /** How long what only a lead may is still allowed; null: no lead is active. */
  readonly leadLeftMs: number | null;
  readonly station: {
    readonly stationId: string;
    readonly machineName: string;
    readonly timeZone: string;
    readonly language: Language;
    readonly version: string;
  };
  readonly workUnits: WorkUnits;
  readonly dataOfUtc: string | null;
  /** Whether the MES has confirmed this event. */
  readonly received: (eventId: string) => boolean;
}

/** The whole screen from what the station knows; pure, so the same state always shows the same. */
export function screenModelOf(from: ScreenSources): ScreenModel {
  const { master, memory, at, station, workUnits } = from;
  const place = placeNow(from.state, memory.place, workUnits);
  const { workUnit } = place;
  // All that follows is about what is shown; only the list of places looks at the whole terminal.
  const state = stateAt(from.state, place, workUnits);
  const nowUtc = at.atUtc;
  const calendar = calendarOf(master, workUnit, station.timeZone);
  const startUtc = shiftStartUtc(calendar, nowUtc);
  const machineSources = { ...from, shiftStartUtc: startUtc, workUnit };
  const machines = machineViews(machineSources);
  const ofUnit = stateAt(from.state, { workUnit, jobOrderId: null }, workUnits);
  const together = workedAt(from.state, workUnit, workUnits).length;
  const order = activeOrderView({ state, master }, { at, together, dataOfUtc: from.dataOfUtc });
  const gaugeReady = memory.devices.get("gauge")?.state === "ok";
  return {
    station: {
      stationId: station.stationId,
      machineName: station.machineName,
      workUnit,
      places: placesView({ ...machineSources, place }, machines),
      nowUtc,
      timeZone: station.timeZone,
      shift: shownShift(calendar, nowUtc),
      defaultLanguage: station.language,
      dataOfUtc: from.dataOfUtc,
      dataIsOld: staleDataMs({ nowUtc, dataOfUtc: from.dataOfUtc }) !== undefined,
      version: station.version,
    },
    machine: ownMachineView(machineSources, machines),
    machines,
    people: peopleView({ state, master }, { ...from, nowUtc }),
    order,
    queue: queueView({ known: { state: ofUnit, master }, workUnit, around: surroundings(from) }),
    reasons: {
      pause: tiles(master, "pause"),
      scrap: tiles(master, "scrap"),
      rework: tiles(master, "rework"),
      override: tiles(master, "override"),
      short: tiles(master, "short"),
      abort: tiles(master, "abort"),
      reopen: tiles(master, "reopen"),
    },
    checks: checksView(state, master, gaugeReady),
    defects: defectsView(state, master),
    materials: materialsView(state, master, { nowUtc, order }),
    packing: packingView({ state, master }, from),
    messages: messagesView(master),
    stops: stopsView(state, master, { at, shiftStartUtc: startUtc, microStopMs: microStopMs(from) }),
    tools: toolsView(state, master, workUnit),
    sync: from.sync,
    outbox: from.outbox,
    lastScan: lastScanView(from),
    undo: undoView(from),
    times: timesView({ state: from.state, master, shiftStartUtc: startUtc, at }),
    bookings: bookingsView({ state, master, shiftStartUtc: startUtc }),
    devices: [...memory.devices].map(([key, device]) => ({ key, ...device })),
  };
}

function microStopMs({ machines }: ScreenSources): (machineId: string) => number {
  return (machineId) =>
    (machines.find((machine) => machine.machineId === machineId)?.rules.microStopSeconds ?? 0) * 1000;
}

/** The gauge of a station answers for every gauge its checks name: it has one. Of programmes no signal tells yet. */
function surroundings({ master, memory, at, dataOfUtc }: ScreenSources): Surroundings {
  const isReady = memory.devices.get("gauge")?.state === "ok";
  const named = [...master.characteristic.values()].flatMap(({ gaugeId }) => gaugeId ?? []);
  return { nowUtc: at.atUtc, dataOfUtc, gaugeIds: isReady ? named : [], activeProgram: null };
}

function tiles(master: MasterData, kind: ReasonKind): readonly ReasonTile[] {
  return reasonsOf(master, kind).map(({ reasonCode, name }) => ({ reasonCode, name }));
}

function messagesView(master: MasterData): ScreenModel["messages"] {
  return [...master.message.values()]
    .toSorted((left, right) => (left.atUtc < right.atUtc ? 1 : -1))
    .map(({ atUtc, text }) => ({ atUtc, text }));
}

function lastScanView({ memory, received }: ScreenSources): ScanView | null {
  const scan = memory.lastScan;
  return scan === null || scan.eventId === null ? scan : { ...scan, received: received(scan.eventId) };
}
