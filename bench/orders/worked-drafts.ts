import type { Draft } from "../../shared/domain/event.ts";

/** Entries of one round at most: a stop, what follows it, a correction. */
export const ROUND_EVENTS = 40;

const MACHINE = "machine";
const COUNTS_A_ROUND = 20;
/** Every so many rounds. */
const CHECK_EVERY = 4;
const DEFECT_EVERY = 5;
const CORRECTION_EVERY = 7;
const LOT_EVERY = 25;

/** Somebody signs in, starts the order and loads a lot. */
export function begun(
  jobOrder: string,
  { personId, lotId }: { readonly personId: string; readonly lotId: string },
): readonly Draft[] {
  return [
    { type: "person.signed-in", jobOrder: null, payload: { personId, method: "badge" } },
    { type: "order.started", jobOrder, payload: { countAuthority: "machine", plannedQuantity: 2_400 } },
    load(jobOrder, { lotId, atPieces: 0, formerLotId: null }),
    stateChanged(jobOrder, "running", "stopped"),
  ];
}

/** The id of the first of these is the id of the stop. */
export function stopBegan(jobOrder: string): readonly Draft[] {
  return [
    {
      type: "stop.began",
      jobOrder,
      payload: {
        machineId: MACHINE,
        workUnit: null,
        kind: "standing",
        state: "stopped",
        agoMs: 4_000,
        causes: [],
      },
    },
    stateChanged(jobOrder, "stopped", "running"),
  ];
}

/** The machine goes on and counts; a person books scrap, measures and logs a defect. The first is a booking. */
export function afterStop(
  jobOrder: string,
  { stopId, round }: { readonly stopId: string; readonly round: number },
): readonly Draft[] {
  const isMicro = round % 3 !== 0;
  const named: readonly Draft[] = isMicro
    ? []
    : [{ type: "stop.qualified", jobOrder, payload: { stopId, reasonCode: "pause-1" } }];
  return [
    {
      type: "quantity.reported",
      jobOrder,
      payload: { good: 0, scrap: 1 + (round % 2), rework: 0, reasonCode: "scrap-1", source: "tile" },
    },
    {
      type: "stop.ended",
      jobOrder,
      payload: { stopId, agoMs: 0, durationMs: isMicro ? 40_000 : 400_000, isMicro, state: "running" },
    },
    ...named,
    stateChanged(jobOrder, "running", "stopped"),
    ...Array.from({ length: COUNTS_A_ROUND }, (_, index) =>
      counted(jobOrder, round * COUNTS_A_ROUND + index),
    ),
    ...(round % CHECK_EVERY === 0 ? sample(jobOrder, round / CHECK_EVERY) : []),
    ...(round % DEFECT_EVERY === 0 ? [defect(jobOrder)] : []),
  ];
}

export function correction(
  jobOrder: string,
  { bookingId, round }: { readonly bookingId: string; readonly round: number },
): readonly Draft[] {
  if (round % CORRECTION_EVERY !== 0) return [];
  return [
    {
      type: "quantity.reversed",
      jobOrder,
      payload: { reverses: bookingId, good: 0, scrap: -1, rework: 0, quantity: 1, how: "correction" },
    },
  ];
}

/** Every 500 counts; nothing where the lot stays the same. */
export function lotChange(
  jobOrder: string,
  { round, lotOf }: { readonly round: number; readonly lotOf: (change: number) => string },
): readonly Draft[] {
  const change = round / LOT_EVERY;
  if (!Number.isInteger(change) || lotOf(change) === lotOf(change - 1)) return [];
  const atPieces = round * COUNTS_A_ROUND;
  return [load(jobOrder, { lotId: lotOf(change), atPieces, formerLotId: lotOf(change - 1) })];
}

/** The rest of the order's events as single counts, and its end. */
export function ended(
  jobOrder: string,
  { person, room }: { readonly person: string; readonly room: number },
): readonly Draft[] {
  const last: readonly Draft[] = [
    { type: "order.finished", jobOrder, payload: { good: 2_000, scrap: 80, rework: 0 } },
    { type: "person.signed-out", jobOrder: null, payload: { personId: person } },
  ];
  const counts = Array.from({ length: Math.max(0, room - last.length) }, (_, index) =>
    counted(jobOrder, index),
  );
  return [...counts, ...last].slice(-room);
}

/** Somebody is signed in and an order that is counted by hand runs, with a lot on the machine. */
export function runningOrder(jobOrder: string): readonly Draft[] {
  return [
    { type: "person.signed-in", jobOrder: null, payload: { personId: "P-1001", method: "badge" } },
    { type: "order.started", jobOrder, payload: { countAuthority: "operator", plannedQuantity: 100_000 } },
    load(jobOrder, { lotId: "88213", atPieces: 0, formerLotId: null }),
    {
      type: "quantity.reported",
      jobOrder,
      payload: { good: 48, scrap: 0, rework: 0, reasonCode: null, source: "box" },
    },
  ];
}

function counted(jobOrder: string, counter: number): Draft {
  return {
    type: "parts.counted",
    jobOrder,
    payload: {
      machineId: MACHINE,
      signalId: "part-count",
      delta: 1,
      scrap: 0,
      cycles: 1,
      piecesPerCount: 1,
      counter,
      previous: counter - 1 < 0 ? null : counter - 1,
      kind: "advance",
      toolIds: ["T4"],
      sourceUtc: null,
      statusCode: 0,
    },
  };
}

function stateChanged(jobOrder: string, state: "running" | "stopped", was: "running" | "stopped"): Draft {
  return {
    type: "machine.state-changed",
    jobOrder,
    payload: { machineId: MACHINE, workUnit: null, state, was, basis: "signal", raw: "1", agoMs: 0 },
  };
}

function load(
  jobOrder: string,
  lot: { readonly lotId: string; readonly atPieces: number; readonly formerLotId: string | null },
): Draft {
  return {
    type: "material.loaded",
    jobOrder,
    payload: {
      ...lot,
      itemId: "RING-40",
      quantity: "5000",
      unit: "",
      revision: null,
      quantityPerPiece: "1",
      backflush: true,
    },
  };
}

/** Five pieces, the way a gauge tells them. */
function sample(jobOrder: string, number: number): readonly Draft[] {
  return [1, 2, 3, 4, 5].map((piece) => ({
    type: "measurement.recorded",
    jobOrder,
    payload: {
      characteristicId: "DIA-40",
      sample: number,
      piece,
      sampleSize: 5,
      value: { units: 39_980 + piece, scale: 3 },
      unit: "mm",
      source: "gauge",
      gaugeId: "MIT-07",
      result: "inside",
    },
  }));
}

function defect(jobOrder: string): Draft {
  return {
    type: "defect.logged",
    jobOrder,
    payload: { defectCode: "BURR", quantity: 1, disposition: "rework" },
  };
}
