import { describe, expect, onTestFinished, test } from "vitest";
import {
  type AlarmNotice,
  noticeFromStore,
  storedNotice,
} from "../../../shared/domain/machines/alarms/alarm-notice.ts";
import { alarmSourceSchema } from "../../../shared/domain/machines/alarms/alarm-source.ts";
import type { MachineEndpoint } from "../devices/opcua/machine-endpoint.ts";
import { putValue } from "../devices/opcua/put-value.ts";
import type { SignalReader } from "../signals/signal-reader-port.ts";
import { reading } from "../signals/testing/reading.ts";
import { openWriter, START_US } from "../signals/testing/signal-rig.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { firstSlots } from "./first-slots.ts";
import { SignalRecording } from "./signal-recording.ts";

const SPAN = { fromUs: START_US - 1e9, toUs: START_US + 1e9 };
const BAD_TYPE_MISMATCH = 0x8074_0000;

function machine(machineId: string, ...signalIds: readonly string[]): MachineEndpoint {
  const signal = (signalId: string) => ({
    signalId,
    node: `nsu=urn:x;s=${signalId}`,
    samplingMs: 0,
    queueSize: 1,
  });
  return {
    machineId,
    endpointUrl: "opc.tcp://machine",
    namespaceUri: "urn:x",
    signals: signalIds.map(signal),
    securityMode: "SignAndEncrypt",
    pkiDir: "",
    applicationUri: "",
  };
}

/** A recording over the real store: press with two signals in slots 0 and 1, oven with one in slot 2. */
function recorded() {
  const folder = temporaryFolder();
  const clock = { us: START_US };
  const writer = openWriter(folder, clock);
  onTestFinished(() => writer.close());
  const machines = [machine("press", "force", "state"), machine("oven", "temperature")];
  const recording = new SignalRecording(machines, writer, () => clock.us);
  const put = (slot: number, value: unknown, sourceMs = START_US / 1_000) => {
    const received = { value: { value }, statusCode: { value: 0 }, sourceTimestamp: new Date(sourceMs) };
    putValue(recording, slot, { received, arrivedUs: clock.us });
  };
  return { clock, recording, put, read: () => reading(folder) };
}

const numberOf = (reader: SignalReader, wanted: string): number =>
  reader.signals().find(({ signalId }) => signalId === wanted)?.number ?? -1;

describe("recording of signals", () => {
  test("every value of every machine is in the store under its own signal, bit for bit", () => {
    const { recording, put, read } = recorded();
    for (const value of [1.5, -0, Number.NaN]) put(0, value);
    put(1, true);
    put(2, 178.25);
    recording.flush();
    const reader = read();
    const force = reader.samples(numberOf(reader, "force"), SPAN);
    expect([...force.value.subarray(0, force.length)]).toEqual([1.5, -0, Number.NaN]);
    expect(reader.samples(numberOf(reader, "state"), SPAN).value[0]).toBe(1);
    expect(reader.samples(numberOf(reader, "temperature"), SPAN).value[0]).toBe(178.25);
  });

  test("what no signal can hold is kept as not a number of bad quality", () => {
    const { recording, put, read } = recorded();
    put(0, { x: 1 });
    recording.flush();
    const reader = read();
    const { length, value, status } = reader.samples(numberOf(reader, "force"), SPAN);
    expect([length, value[0], status[0]]).toEqual([1, Number.NaN, BAD_TYPE_MISMATCH]);
  });

  test("MS-14 what a machine told of its alarms is in the store as it was told", () => {
    const folder = temporaryFolder();
    const writer = openWriter(folder, { us: START_US });
    onTestFinished(() => writer.close());
    const alarmSources = [alarmSourceSchema.parse({ sourceId: "alarms", notifier: "nsu=urn:x;s=Oven" })];
    const machines = [{ ...machine("oven", "temperature"), alarmSources }, machine("press", "force")];
    const recording = new SignalRecording(machines, writer, () => START_US);
    expect(firstSlots(machines)).toEqual([0, 2]);
    const told: readonly AlarmNotice[] = [
      { kind: "doubted" },
      {
        kind: "told",
        key: "fan",
        isActive: true,
        code: "",
        title: "Fan",
        text: "Lüfter läuft nicht",
        severity: 300,
        sourceUtc: null,
      },
      { kind: "settled" },
    ];
    const stamp = { status: 0, sourceUs: Number.NaN, serverUs: Number.NaN, arrivedUs: START_US };
    for (const notice of told) recording.text(1, storedNotice(notice), stamp);
    recording.flush();
    const reader = reading(folder);
    const stored = reader.texts(numberOf(reader, "alarms"), 10).map(({ text }) => noticeFromStore(text));
    expect(stored.toReversed()).toEqual(told);
  });

  test("a machine is a gap until it speaks, and again from its last word to its next", () => {
    const { clock, recording, read } = recorded();
    clock.us += 2e6;
    recording.heard("press");
    clock.us += 3e6;
    recording.heard("press");
    clock.us += 1e6;
    recording.interrupted("press", "session-lost");
    recording.interrupted("press", "connection-lost");
    clock.us += 4e6;
    recording.heard("press");
    recording.flush();
    const seconds = (us: number | null) => (us === null ? null : (us - START_US) / 1e6);
    const gaps = read()
      .gaps(SPAN)
      .map((gap) => [gap.machineId, seconds(gap.fromUs), seconds(gap.toUs), gap.cause]);
    expect(gaps).toHaveLength(3);
    expect(gaps).toEqual(
      expect.arrayContaining([
        ["press", 0, 2, "disconnected"],
        ["press", 5, 10, "server-restarted"],
        ["oven", 0, null, "disconnected"],
      ]),
    );
  });
});
