import type { MachineMapping } from "../../shared/domain/machines/mapping.ts";
import { placeNow, type WorkUnits } from "../../shared/domain/orders/work-place.ts";
import { calendarOf } from "../../shared/domain/shifts/calendar-of.ts";
import type { Head } from "../../shared/protocol/messages.ts";
import { sessionTimesOf, workUnitsOf } from "./config/station-config.ts";
import { createVerifier } from "./diagnostics/verify-aside.ts";
import { createAliveKeeper } from "./life/alive-keeper.ts";
import { mesOffsetAt, openRecord, type RecordOptions, type StationRecord } from "./life/open-record.ts";
import { isRefused, outboxView } from "./life/outbox-view.ts";
import { syncView } from "./life/sync-view.ts";
import { writeFault } from "./life/write-fault.ts";
import { verifyPin } from "./people/pin-hash.ts";
import { createBarDrawing } from "./print/gs1-bars.ts";
import type { StationServices } from "./rpc/context.ts";
import { pastAlarmViews } from "./screen/past-alarm-views.ts";
import { type ScreenSources, screenModelOf } from "./screen/screen-model-of.ts";
import { shiftStartUtc } from "./screen/shift-start.ts";
import { MASTER_DATA_CONFIRMED } from "./store/journal-store.ts";
import type { SyncStatus } from "./sync/sync-status.ts";
import { createTrends } from "./trends/trends-aside.ts";
import { type AlarmDesk, createAlarmDesk } from "./work/alarm-desk.ts";
import { createBooker } from "./work/booker.ts";
import { createCommandDesk } from "./work/command-desk.ts";
import { createCommissioningDesk } from "./work/commissioning-desk.ts";
import { createExchangeDesk, type ExchangeFolder } from "./work/exchange-desk.ts";
import { createGaugeDesk, type GaugeDesk } from "./work/gauge-desk.ts";
import { createLabelDesk, type LabelOutput } from "./work/label-desk.ts";
import type { MachineRoom } from "./work/machine-room.ts";
import type { StationMemory } from "./work/memory.ts";
import { createPinLimits, type PinLimits } from "./work/pin-limits.ts";
import { createPlannerDesk } from "./work/planner-desk.ts";
import { createRightsDesk, type RightsDesk } from "./work/rights-desk.ts";
import { createScanDesk, type ScanDesk } from "./work/scan-desk.ts";
import { createSignInDesk } from "./work/sign-in-desk.ts";
import { createSignalDesk, type SignalDesk } from "./work/signal-desk.ts";
import type { StorageGuard } from "./work/storage-guard.ts";

export interface ComposeOptions extends RecordOptions {
  /** At least one: a station without any still shows the place of its machine. */
  readonly machines: readonly MachineMapping[];
  readonly version: string;
  /** Where mappings are handed over. */
  readonly exchange: ExchangeFolder;
  /** Where labels of units go. */
  readonly labels: LabelOutput;
  /** The disk failed under a booking: nothing may be believed any more in this run (D3). */
  readonly distrust: (error: unknown) => void;
}

export interface Station {
  readonly services: StationServices;
  readonly signals: SignalDesk;
  readonly scans: ScanDesk;
  readonly gauge: GaugeDesk;
  readonly memory: StationMemory;
  readonly storage: StorageGuard;
  /** Something that screens show has changed. */
  changed(): void;
  /** A second has passed: silence becomes no data, a standing machine a stop, and shown ages grow. */
  tick(): void;
  masterDataChanged(): void;
  /** From here on machines can be looked into and mapped. */
  attachMachineRoom(room: MachineRoom): void;
  /** A saved mapping counts from now on. @param machines at least one, as at the start */
  remap(machines: readonly MachineMapping[]): void;
  syncStatus(status: SyncStatus): void;
  /** Tells when there is a new entry to send. */
  onEntry(listener: () => void): void;
  openEpochAfterMes(previous: Head): string;
  /** Writes what may still be outstanding. The store itself is closed by whoever opened it. */
  close(): void;
}

/** The only place where implementations are built and wired to one another. */
export function compose(options: ComposeOptions): Station {
  const { config, open, clock } = options;
  // Before the record is opened: a new epoch's entry would say that the station was there all the time.
  const alive = createAliveKeeper(open.store);
  const record = openRecord(options);
  const { memory, changes, storage, live } = record;
  const changed = (): void => changes.announce();
  const base = deskBase(options, record);
  const scans = createScanDesk(base);
  const planner = createPlannerDesk(base);
  /** One list for all who look at it; a saved mapping changes it between two turns of the loop. */
  const machines = [...options.machines];
  const machineRoom: { opened?: MachineRoom } = {};
  const alarms = createAlarmDesk({ ...base, machines, room: () => opened(machineRoom) });
  let desk = createSignalDesk({ ...base, machines, alive: alive.last, timeZone: config.timeZone });
  const signals: SignalDesk = {
    signals: (batch, machineId) => desk.signals(batch, machineId),
    alarms: (notices, of) => desk.alarms(notices, of),
    connected: (isConnected, machineId) => desk.connected(isConnected, machineId),
    gap: (gap, machineId) => desk.gap(gap, machineId),
    tick: () => desk.tick(),
  };
  return {
    memory,
    storage,
    scans,
    changed,
    tick() {
      signals.tick();
      planner.obey();
      base.rights.tick();
      base.booker.keep(() => alive.beat(clock.now()));
      changed();
    },
    signals,
    gauge: createGaugeDesk(base),
    services: servicesOf({ ...options, machines }, record, { base, scans, alarms, machineRoom }),
    attachMachineRoom: (room) => {
      machineRoom.opened = room;
      alarms.settleLeftOpen();
    },
    remap(next) {
      machines.splice(0, machines.length, ...next);
      // The machines are known as of now: what they were before is in the journal, and no time was without a station.
      desk = createSignalDesk({ ...base, machines, alive: clock.now(), timeZone: config.timeZone });
      changed();
    },
    masterDataChanged() {
      live.master = open.store.masterData();
      planner.obey();
      changed();
    },
    syncStatus(status) {
      live.sync = status;
      changed();
    },
    onEntry(listener) {
      live.announceEntry = listener;
    },
    openEpochAfterMes: (previous) => record.enter({ cause: "mes-ahead", previous }),
    close: () => record.mark.flush(),
  };
}

function opened({ opened: room }: { readonly opened?: MachineRoom }): MachineRoom {
  if (room === undefined) throw new Error("Machines were asked for before the station stood");
  return room;
}

/** Setting under which signs of life are kept for a restart. */
const ATTENDANCE = "attendance";

/** What every desk works with. */
function deskBase({ config, open, clock, newId, nowMs, distrust }: ComposeOptions, record: StationRecord) {
  const { memory, changes, recorder, storage, live } = record;
  const booker = createBooker({ recorder, storage, writeFault, distrust });
  const calendar = () => calendarOf(live.master, workUnitsOf(config)[0], config.timeZone);
  const master = () => live.master;
  const rights = createRightsDesk({
    ...{ recorder, booker, master, clock, newId, calendar },
    times: sessionTimesOf(config),
    kept: open.store.setting(ATTENDANCE),
    keep: (text) => open.store.saveSetting(ATTENDANCE, text),
  });
  return {
    recorder,
    booker,
    rights,
    calendar,
    memory,
    master,
    clock,
    newId,
    nowMs,
    changed: () => changes.announce(),
    workUnits: workUnitsOf(config),
    stationId: config.stationId,
    labelTarget: config.labelPrinter === null ? ("folder" as const) : ("printer" as const),
    age: () => ({
      nowUtc: clock.now().atUtc,
      dataOfUtc: open.store.setting(MASTER_DATA_CONFIRMED) ?? null,
    }),
  };
}

/** What the screen and the tools may ask. */
function servicesOf(
  options: ComposeOptions,
  record: StationRecord,
  {
    base,
    scans,
    alarms,
    machineRoom,
  }: {
    readonly base: ReturnType<typeof deskBase>;
    readonly scans: ScanDesk;
    readonly alarms: AlarmDesk;
    readonly machineRoom: { readonly opened?: MachineRoom };
  },
): StationServices {
  const { machines, open, clock } = options;
  const { store } = open;
  const { changes, recorder } = record;
  const pinLimits = pinLimitsOf(store, base);
  const verify = createVerifier(open.folder);
  const { timeZone } = options.config;
  const units = workUnitsOf(options.config);
  const commissioning = { ...base, room: () => opened(machineRoom) };
  const commands = createCommandDesk({
    ...base,
    pinLimits,
    machines,
    shiftStartUtc: () => shiftStartUtc(base.calendar(), clock.now().atUtc),
    isRefused: (eventId) => isRefused(store, eventId),
  });
  const bars = createBarDrawing(base.changed);
  const labels = createLabelDesk({ ...base, commands, output: options.labels, timeZone, bars });
  return {
    commands,
    printLabel: labels.print,
    scans,
    alarms,
    touched: base.rights.touched,
    signIn: createSignInDesk({ ...base, pinLimits, verifyPin }),
    commissioning: createCommissioningDesk(commissioning),
    exchange: createExchangeDesk({
      ...commissioning,
      folder: options.exchange,
      stationId: options.config.stationId,
    }),
    ...whatIsLookedAt(record, units),
    screen: () => {
      const { rights } = base;
      return screenModelOf(screenSources(options, record, { pinLimits, rights, labelOf: labels.labelOf }));
    },
    nextChange: changes.next,
    trend: trendsOf(options, record),
    verify() {
      record.mark.flush();
      return verify();
    },
    journal: (afterSeq, limit) => store.entriesAfter(recorder.head().epoch, afterSeq, limit),
  };
}

function pinLimitsOf(
  store: ComposeOptions["open"]["store"],
  { booker, clock, master }: ReturnType<typeof deskBase>,
): PinLimits {
  return createPinLimits({
    kept: store.pinGuards(),
    save: store.savePinGuards,
    pinHashOf: (personId) => master().person.get(personId)?.pinHash,
    booker,
    clock,
  });
}

function trendsOf(
  { open, machines, clock, log }: ComposeOptions,
  { recorder, live }: StationRecord,
): StationServices["trend"] {
  const read = createTrends({
    dataDir: open.folder,
    machines,
    nowMs: () => Date.parse(clock.now().atUtc),
    failed: (err) => log.warn({ part: "trends", err }, "The trends cannot be read"),
  });
  return async (input) => {
    const trend = await read(input);
    const about = { machineId: input.machineId, state: recorder.state(), master: live.master };
    return { ...trend, alarms: pastAlarmViews(trend.alarms, about) };
  };
}

/** What the person at the panel has before them: gauge readings and lots are for it. */
function whatIsLookedAt(
  { memory, recorder, changes }: StationRecord,
  units: WorkUnits,
): Pick<StationServices, "openCheck" | "showPlace"> {
  return {
    openCheck(characteristicId) {
      memory.openCheck = characteristicId;
    },
    showPlace(place) {
      memory.place = placeNow(recorder.state(), place, units);
      changes.announce();
    },
  };
}

interface ScreenParts {
  readonly pinLimits: PinLimits;
  readonly rights: RightsDesk;
  readonly labelOf: ScreenSources["label"]["of"];
}

function screenSources(
  { config, machines, open, clock, nowMs, version }: ComposeOptions,
  record: StationRecord,
  { pinLimits, rights, labelOf }: ScreenParts,
): ScreenSources {
  const { recorder, memory, live, recent } = record;
  const [state, master, status] = [recorder.state(), live.master, live.sync];
  const outbox = outboxView(open.store, { state, master, status });
  const { refused } = outbox;
  const at = clock.now();
  const mesOffsetMs = mesOffsetAt(status, at);
  return {
    machines,
    label: { size: config.labelSizeMm, of: labelOf },
    state,
    master,
    memory,
    sync: syncView(open.store, { status, storageFull: memory.storageFull, refused, mesOffsetMs }),
    outbox,
    at,
    nowMs: nowMs(),
    pinPauseLeftMs: pinLimits.terminalPauseLeftMs(),
    isPinLocked: pinLimits.isLocked,
    leadLeftMs: rights.leadLeftMs(),
    station: { ...config, version },
    workUnits: workUnitsOf(config),
    dataOfUtc: open.store.setting(MASTER_DATA_CONFIRMED) ?? null,
    received: (eventId) => recent.isReceived(eventId, open.store.acknowledged),
  };
}
