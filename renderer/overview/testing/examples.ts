import type { OrderOutlook } from "../../../shared/protocol/order-outlook.ts";
import type { FloorTile, OrderBooking, OrderDetail, OrderRow } from "../../../shared/protocol/pages.ts";

/** Noon: "now" of the tests. */
export const NOW_MS = Date.parse("2026-03-04T12:00:00.000Z");

export function minutesAgo(minutes: number): string {
  return new Date(NOW_MS - minutes * 60_000).toISOString();
}

export function exampleTile(change: Partial<FloorTile> = {}): FloorTile {
  return {
    stationId: "WS-14",
    workUnit: "CNC-2",
    machineName: "CNC Lathe 2",
    machineState: "running",
    stateSinceUtc: minutesAgo(42),
    orderState: "running",
    pauseReason: null,
    jobOrderId: "4711",
    itemName: "Flange 40",
    good: 412,
    scrap: 6,
    plannedQuantity: 600,
    lastContactUtc: minutesAgo(0),
    online: true,
    lastEventUtc: minutesAgo(0),
    machines: [],
    ...change,
  };
}

export function exampleOrder(change: Partial<OrderRow> = {}): OrderRow {
  return {
    jobOrderId: "4711",
    productionOrderId: null,
    itemName: "Flange 40",
    operation: "30 Turn",
    nextOperation: null,
    workUnit: "CNC-2",
    plannedQuantity: 600,
    good: 0,
    scrap: 0,
    rework: 0,
    checks: { measured: 0, outside: 0 },
    defects: 0,
    state: "released",
    blockedBy: null,
    plannerReason: null,
    dueUtc: minutesAgo(-120),
    startedUtc: null,
    finishedUtc: null,
    outlook: null,
    ...change,
  };
}

export function exampleBooking(change: Partial<OrderBooking> = {}): OrderBooking {
  return {
    eventId: "0198b7a0-0000-7000-8000-000000000001",
    type: "parts.counted",
    atUtc: minutesAgo(1),
    receivedUtc: minutesAgo(1),
    stationId: "WS-14",
    personName: null,
    good: 1,
    scrap: 0,
    rework: 0,
    content: { kind: "counted", quantity: 1 },
    verdict: "applied",
    code: null,
    ...change,
  };
}

export function exampleDetail(order: OrderRow, bookings: readonly OrderBooking[]): OrderDetail {
  const timeline = { measuredSecondsPerPiece: null, standardSecondsPerPiece: 48, operations: [] };
  return { order, timeline, route: null, units: [], bookings: [...bookings], measurements: [], defects: [] };
}

export function exampleOutlook(change: Partial<OrderOutlook> = {}): OrderOutlook {
  return {
    forecast: {
      kind: "ready",
      startUtc: minutesAgo(300),
      readyUtc: minutesAgo(-75),
      fromUtc: minutesAgo(-65),
      toUtc: minutesAgo(-90),
      basis: "measured",
    },
    risk: { kind: "on-time" },
    material: { kind: "ready", toldUtc: null },
    queuePlace: null,
    ...change,
  };
}
