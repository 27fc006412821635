import { closeSync, copyFileSync, openSync, readdirSync, readFileSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { MachineEndpoint } from "../devices/opcua/machine-endpoint.ts";
import { putValue } from "../devices/opcua/put-value.ts";
import { reading } from "../signals/testing/reading.ts";
import {
  openWriter as openRigWriter,
  rowsOf,
  START_US,
  seconds,
  tendAll,
} from "../signals/testing/signal-rig.ts";
import { openDatabase } from "../store/sqlite.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { until } from "../testing/until.ts";
import { openRecording, type Recording } from "./open-recording.ts";

const PAGE_BYTES = 4_096;
/** After all that the filled store holds. */
const LATER_US = START_US + 1e10;
const EVERYTHING = { fromUs: 0, toUs: Number.MAX_SAFE_INTEGER };

const machine: MachineEndpoint = {
  machineId: "M1",
  endpointUrl: "opc.tcp://machine",
  namespaceUri: "urn:x",
  signals: ["a", "b"].map((signalId) => ({ signalId, node: `s=${signalId}`, samplingMs: 0, queueSize: 1 })),
  securityMode: "SignAndEncrypt",
  pkiDir: "",
  applicationUri: "",
};

/** A store with segments, a head log, texts and gaps, as it lies on the disk after an orderly end. */
function filledStore(): string {
  const folder = temporaryFolder();
  const clock = { us: START_US };
  const writer = openRigWriter(folder, clock);
  const numbers = writer
    .register(["a", "b"].map((signalId) => ({ machineId: "M1", signalId })))
    .map(({ number }) => number);
  for (let second = 0; second < 3_000; second += 500) {
    clock.us = START_US + second * 1e6;
    writer.append(rowsOf(seconds(numbers, second, second + 500)));
    writer.appendText([{ signal: 1, sourceUs: clock.us, arrivedUs: clock.us, text: "running", status: 0 }]);
    writer.recordGap({
      machineId: "M1",
      signal: null,
      fromUs: clock.us,
      toUs: clock.us + 1,
      cause: "disconnected",
    });
    writer.flush();
    if (second < 2_500) tendAll(writer);
  }
  writer.close();
  return folder;
}

function overwrite(folder: string, at: number, bytes: Uint8Array): void {
  const file = openSync(join(folder, "signals.db"), "r+");
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}

function recorded(folder: string): { readonly recording: Recording; readonly logged: readonly string[] } {
  const logged: string[] = [];
  const log = (level: string, message: string): void => void logged.push(`${level}: ${message}`);
  const recording = openRecording({ folder, keepUnsent: false, machines: [machine], log });
  onTestFinished(() => recording.close());
  return { recording, logged };
}

function put({ sink }: Recording, value: number): void {
  const received = {
    value: { value },
    statusCode: { value: 0 },
    sourceTimestamp: new Date(LATER_US / 1_000),
  };
  putValue(sink, 0, { received, arrivedUs: LATER_US });
}

function storedValues(folder: string): readonly number[] {
  const reader = reading(folder);
  const number = reader.signals().find(({ signalId }) => signalId === "a")?.number ?? -1;
  const { value, length } = reader.samples(number, { ...EVERYTHING, fromUs: LATER_US });
  return [...value.subarray(0, length)];
}

const asideOf = (folder: string): string | undefined =>
  readdirSync(folder).find((name) => /^signals\.damaged-\w+\.db$/.test(name));

const garbage = (bytes: number): Uint8Array => new Uint8Array(bytes).fill(0xa5);

describe("a damaged store of signals", () => {
  test("SG-15 whichever page is damaged: what comes is stored, and a store that was put aside is there byte for byte", () => {
    const sound = filledStore();
    const { size } = statSync(join(sound, "signals.db"));
    const putAside: number[] = [];
    for (let page = 0; page < size / PAGE_BYTES; page += 1) {
      const folder = temporaryFolder();
      copyFileSync(join(sound, "signals.db"), join(folder, "signals.db"));
      overwrite(folder, page * PAGE_BYTES, garbage(PAGE_BYTES));
      const damaged = readFileSync(join(folder, "signals.db"));
      const { recording, logged } = recorded(folder);
      put(recording, 42);
      recording.close();
      expect({ page, values: storedValues(folder) }).toEqual({ page, values: [42] });
      const aside = asideOf(folder);
      if (aside === undefined) continue; // the body of a segment: its checksum tells, and the rest is read (SG-3)
      putAside.push(page);
      const kept = readFileSync(join(folder, aside));
      expect({ page, isSame: kept.equals(damaged) }).toEqual({ page, isSame: true });
      expect(logged.join()).toContain(`put aside as ${aside}`);
      expect(
        reading(folder)
          .gaps(EVERYTHING)
          .map(({ cause }) => cause),
      ).toContain("damaged");
    }
    // The schema and each of seven tables and three indexes begin on a page of their own.
    expect(putAside.length).toBeGreaterThanOrEqual(11);
  });

  test.each([
    ["no database at all", 0, garbage(100)],
    ["cut in the first page", 100, garbage(2_000)],
    ["an empty schema", 100, new Uint8Array(PAGE_BYTES - 100)],
  ])("SG-15 %s is put aside", (_what, at, bytes) => {
    const folder = filledStore();
    overwrite(folder, at, bytes);
    const { recording } = recorded(folder);
    put(recording, 1);
    recording.close();
    expect(asideOf(folder)).toBeDefined();
    expect(storedValues(folder)).toEqual([1]);
  });

  test("SG-15 damage found while it runs: the next values are in a new store, an open gap goes on there", async () => {
    const folder = filledStore();
    const { recording, logged } = recorded(folder);
    put(recording, 1);
    const other = openDatabase(join(folder, "signals.db"));
    other.unsafeMode(true);
    other.pragma("writable_schema = ON");
    other.prepare("UPDATE sqlite_schema SET rootpage = 1 WHERE name IN ('head', 'gap', 'mark')").run();
    other.pragma(`schema_version = ${Number(other.pragma("schema_version", { simple: true })) + 1}`);
    other.close();
    await until(() => asideOf(folder) !== undefined);
    put(recording, 2);
    recording.close();
    expect(storedValues(folder)).toEqual([2]);
    expect(logged.join()).toContain("bookings are not affected");
    const gaps = reading(folder).gaps(EVERYTHING);
    expect(gaps.map(({ machineId, cause }) => [machineId, cause])).toEqual(
      expect.arrayContaining([
        [null, "damaged"],
        ["M1", "disconnected"],
      ]),
    );
  });
});
