import { describe, expect, test } from "vitest";
import { NOT_SENT } from "./acknowledge-answer.ts";
import type { MachineMessage } from "./collector-messages.ts";
import { LinkHealth } from "./link-health.ts";
import { Listening } from "./listening.ts";
import type { WatchedSignal } from "./machine-endpoint.ts";
import type { MachineSession, Notification } from "./stack/machine-session.ts";

const SESSION: MachineSession = {
  keepAliveMs: 2_000,
  sessionTimeoutMs: 20_000,
  certificate: null,
  keepsNothing: false,
  negotiated: {
    publishingMs: 100,
    keepAliveMs: 2_000,
    lifetimeMs: 20_000,
    sessionTimeoutMs: 20_000,
    revised: [],
    revisedCount: 0,
  },
  readNow: async () => [],
  refreshAlarms: async () => true,
  acknowledge: async () => NOT_SENT,
  close: async () => undefined,
};

function listening() {
  const told: MachineMessage[] = [];
  const heard: string[] = [];
  const stored: (readonly [slot: number, value: number | string])[] = [];
  const it = new Listening({
    machineId: "lathe",
    signals: [signal("count"), { ...signal("load"), isTold: false }],
    alarmSources: [],
    firstSlot: 10,
    signOfLifeMs: 2_000,
    health: new LinkHealth("lathe", ["count", "load"], 0),
    tell: (message) => void told.push(message),
    sink: {
      number: (slot, value) => void stored.push([slot, value]),
      text: (slot, text) => void stored.push([slot, text]),
      interrupted: () => undefined,
      heard: (machineId) => void heard.push(machineId),
    },
  });
  const ticks = (count: number) => {
    for (let tick = 0; tick < count; tick += 1) it.tick(SESSION);
  };
  return { it, told, stored, heard, ticks, kinds: () => told.map(({ kind }) => kind) };
}

function data(sequence: number, statusCode = 0): Notification {
  const value = { value: { value: sequence }, statusCode: { value: statusCode } };
  return { sequence, isKeepAlive: false, changes: [{ clientHandle: 0, value }], events: [] };
}

function signal(signalId: string): WatchedSignal {
  return { signalId, node: `nsu=urn:test;s=${signalId}`, samplingMs: 0, queueSize: 1 };
}

const keepAlive = (sequence: number): Notification => ({
  sequence,
  isKeepAlive: true,
  changes: [],
  events: [],
});

/** The same value of the same moment in message after message. */
function repeated(sequence: number): Notification {
  const value = { ...data(7).changes[0]?.value, statusCode: { value: 0 }, sourceTimestamp: new Date(0) };
  return { sequence, isKeepAlive: false, changes: [{ clientHandle: 0, value }], events: [] };
}

describe("the end of the gap before a session", () => {
  const first = (sequence: number, clientHandle: number): Notification => ({
    ...data(sequence),
    changes: data(sequence).changes.map((change) => ({ ...change, clientHandle })),
  });

  test("U2 the gap ends with the last first value, not with a keep-alive or the first of them", () => {
    const { it, heard } = listening();
    it.notified(keepAlive(1));
    it.notified(first(1, 0));
    expect(heard).toEqual([]);
    it.notified(first(2, 1));
    it.notified(keepAlive(3));
    expect(heard).toEqual(["lathe", "lathe"]);
  });

  test("U2 a signal that never comes does not keep it open for ever", () => {
    const { it, heard, ticks } = listening();
    it.notified(first(1, 0));
    ticks(10);
    it.notified(keepAlive(2));
    expect(heard).toEqual(["lathe"]);
  });
});

describe("what is passed on", () => {
  test("U4 what is said once more after a cut is heard, and neither stored nor told again", () => {
    const { it, stored, told } = listening();
    it.notified(repeated(1));
    it.cut();
    it.notified(repeated(3)); // overtakes what the machine still has to send again
    it.notified(repeated(2));
    it.resumed();
    it.notified(repeated(4));
    expect(stored).toHaveLength(1);
    const batches = told.flatMap((message) => (message.kind === "signals" ? [message.batch.length] : []));
    expect(batches).toEqual([1, 0, 0, 0]);
  });

  test("U4 some signs of life after a cut equal values are values again", () => {
    const { it, stored, ticks } = listening();
    it.notified(repeated(1));
    it.cut();
    it.resumed();
    ticks(10);
    it.notified(repeated(2));
    expect(stored).toHaveLength(2);
  });

  test("U4 a hole is announced before the values after it", () => {
    const { it, kinds } = listening();
    it.notified(data(1));
    it.notified(data(3));
    expect(kinds()).toEqual(["signals", "interrupted", "signals"]);
  });

  test("U1 the number to take the session up after is that of the last message without a hole before it", () => {
    const { it } = listening();
    expect(it.notified(data(1))).toBe(1);
    expect(it.notified(keepAlive(2))).toBe(1);
    it.cut();
    expect(it.notified(data(4))).toBe(1);
    expect(it.notified(data(2))).toBe(2);
    expect(it.notified(data(3))).toBe(4);
  });

  test("U5 overflow is announced before the batch that carries it", () => {
    const { it, told } = listening();
    it.notified(data(1, 0x0480));
    expect(told[0]).toEqual({ kind: "interrupted", cause: "queue-overflow" });
  });

  test("U5 U1 where the machine keeps one value only, a cut is a gap from its beginning on", () => {
    const { it, told } = listening();
    it.opened({ revised: "", keepsNothing: true });
    it.notified(data(1));
    it.cut();
    expect(told.at(-2)).toEqual({ kind: "interrupted", cause: "queue-overflow" });
  });

  test("U2 nothing of an ended session is passed on", () => {
    const { it, told } = listening();
    it.ended("session-lost", "gone");
    it.notified(data(1));
    it.cut();
    it.resumed();
    expect(told).toEqual([]);
  });
});

describe("what is stored", () => {
  test("every value, also those the station is not told of", () => {
    const { it, told, stored } = listening();
    const value = (raw: unknown) => ({ value: { value: raw }, statusCode: { value: 0 } });
    const changes = [
      { clientHandle: 1, value: value(41.5) },
      { clientHandle: 0, value: value(7) },
      { clientHandle: 1, value: value("off") },
    ];
    it.notified({ sequence: 1, isKeepAlive: false, changes, events: [] });
    expect(stored).toEqual([
      [11, 41.5],
      [10, 7],
      [11, "off"],
    ]);
    expect(told).toMatchObject([{ kind: "signals", batch: [{ signalId: "count", value: 7 }] }]);
  });
});

describe("silence", () => {
  test("U3 a machine that is connected but silent is called lost once, and ended in the end", () => {
    const { it, told, ticks } = listening();
    ticks(16);
    expect(told).toEqual([{ kind: "status", state: "lost", detail: "The machine has been silent for 5 s" }]);
    expect(it.end).toBeUndefined();
    ticks(1);
    expect(it.end?.cause).toBe("session-lost");
  });

  test("U3 one word from it and all is well again", () => {
    const { it, told, ticks } = listening();
    ticks(6);
    it.notified(keepAlive(1));
    ticks(4);
    expect(told.filter(({ kind }) => kind === "status")).toMatchObject([{ state: "lost" }, { state: "ok" }]);
  });

  test("U1 a cut session has time until it would have timed out at the machine", () => {
    const { it, ticks } = listening();
    it.cut();
    ticks(30);
    expect(it.end).toBeUndefined();
    ticks(1);
    expect(it.end?.cause).toBe("session-lost");
  });
});
