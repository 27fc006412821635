import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { MachineLinkView } from "../../../shared/screen/machine-link-view.ts";
import { type LivingMachine, openMachine } from "../../simulator/living-machine.ts";
import type { PackingLine } from "../../simulator/machines/packing-line/packing-line.ts";
import { packingLineDesign } from "../../simulator/machines/packing-line/packing-line-design.ts";
import type { SignalGap } from "../devices/device-events.ts";
import type { MachineEndpoint, WatchedSignal } from "../devices/opcua/machine-endpoint.ts";
import { type MachineFeed, startMachineFeed } from "../devices/opcua/machine-feed.ts";
import { trustServerCertificate } from "../devices/opcua/server-trust.ts";
import { machineEndpoint } from "../devices/testing/machine-endpoint.ts";
import {
  COUNTER,
  NAMESPACE,
  type ScriptedMachine,
  startScriptedMachine,
} from "../devices/testing/scripted-machine.ts";
import { SENT_MARK } from "../signals/retention.ts";
import { openReader } from "../signals/testing/signal-rig.ts";
import { openDatabase } from "../store/sqlite.ts";
import { COLLECTOR_PROGRAM } from "../testing/station-programs.ts";
import { until } from "../testing/until.ts";

/** Changes a second in the flood; the promise is for 40,000, which needs a core for the server alone. */
const CHANGES_PER_SECOND = Number(process.env.TAKT_FLOOD ?? 10_000);
const FLOOD_EVERY_MS = 10;
const VARIABLES = (CHANGES_PER_SECOND * FLOOD_EVERY_MS) / 1_000;
const STOPPED_MS = 2_000;
/** What the machine keeps per value: the stop, and as long again to catch up. */
const QUEUE = (3 * STOPPED_MS) / FLOOD_EVERY_MS;

let folder: string;
const running: { stop(): Promise<void> }[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "takt-withstand-"));
});

afterEach(async () => {
  for (const part of running.splice(0).reverse()) await part.stop();
  await rm(folder, { recursive: true, force: true });
});

function endpoint(endpointUrl: string, signals: readonly WatchedSignal[], machineId = "m"): MachineEndpoint {
  return machineEndpoint({ machineId, endpointUrl, signals, pkiDir: path.join(folder, "station") });
}

interface Told {
  readonly feed: MachineFeed;
  readonly links: Map<string, MachineLinkView>;
  readonly gaps: SignalGap[];
  readonly newest: Map<string, unknown>;
}

function listen(machines: readonly MachineEndpoint[], signalFolder: string | null): Told {
  const told = { links: new Map(), gaps: [] as SignalGap[], newest: new Map<string, unknown>() };
  const feed = startMachineFeed(
    { machines, signalFolder, keepUnsent: true },
    {
      signals: (machineId, batch) => void told.newest.set(machineId, batch.at(-1)?.value),
      status: () => undefined,
      gap: (_machineId, gap) => void told.gaps.push(gap),
      alarms: () => undefined,
      link: (machineId, link) => void told.links.set(machineId, link),
      latest: () => undefined,
      log: () => undefined,
    },
    COLLECTOR_PROGRAM,
  );
  running.push(feed);
  return { feed, ...told };
}

/** The process that listens is the only child of this one. */
async function collectorPid(): Promise<number> {
  const children = await readFile(`/proc/self/task/${process.pid}/children`, "utf8");
  return Number(children.trim().split(" ").at(-1));
}

async function floodTruth(line: LivingMachine<PackingLine>): Promise<{ sequence: number; writes: number }> {
  const answer = await line.perform({ verb: "truth" });
  if (!answer.ok) throw new Error(answer.refusal);
  return (JSON.parse(answer.value) as { flood: { sequence: number; writes: number } }).flood;
}

/** However slow the computer: a quarter of what should come in the time for which the process stands still. */
async function floodGoesOn(line: LivingMachine<PackingLine>): Promise<void> {
  const { sequence } = await floodTruth(line);
  const enough = sequence + STOPPED_MS / FLOOD_EVERY_MS / 4;
  await until(async () => (await floodTruth(line)).sequence >= enough);
}

test.runIf(process.platform === "linux")(
  `U1 U5 the process stands still for ${STOPPED_MS / 1000} s under ${CHANGES_PER_SECOND} changes/s: every change is in the store`,
  { timeout: 180_000 },
  async () => {
    const line = await openMachine(packingLineDesign(), {
      port: 0,
      pkiDir: path.join(folder, "line"),
      seed: 1,
    });
    running.push({ stop: () => line.close() });
    await line.turnOn();
    await trustServerCertificate(path.join(folder, "station"), line.certificateFile);
    await line.perform({ verb: "flood", variables: VARIABLES, everyMs: 3_600_000 });
    const signals = Array.from({ length: VARIABLES }, (_, index) => floodSignal(line.namespaceUri, index));
    const { feed, links, gaps } = listen([endpoint(line.mapping.endpointUrl, signals)], folder);
    const received = () => links.get("m")?.valuesReceived ?? 0;
    await until(() => received() >= VARIABLES);

    await line.perform({ verb: "flood", variables: VARIABLES, everyMs: FLOOD_EVERY_MS });
    await until(() => received() > 5 * VARIABLES);
    const pid = await collectorPid();
    process.kill(pid, "SIGSTOP");
    await Promise.all([delay(STOPPED_MS), floodGoesOn(line)]);
    process.kill(pid, "SIGCONT");
    await floodGoesOn(line);
    await line.perform({ verb: "flood", variables: 0, everyMs: FLOOD_EVERY_MS });
    const { sequence, writes } = await floodTruth(line);
    await until(() => received() >= writes + VARIABLES);
    await feed.stop();
    running.splice(running.indexOf(feed), 1);

    expect(gaps).toEqual([]);
    const reader = openReader(folder);
    const everything = { fromUs: 0, toUs: Number.MAX_SAFE_INTEGER };
    const wanted = Array.from({ length: sequence + 1 }, (_, value) => value);
    for (const { number, signalId } of reader.signals()) {
      const { value, length } = reader.samples(number, everything);
      expect({ signalId, values: [...value.subarray(0, length)] }).toEqual({ signalId, values: wanted });
    }
    reader.close();
  },
);

test("SG-9 what the MES has confirmed reaches the store through the process that writes it", async () => {
  const machine = await startScriptedMachine(path.join(folder, "machine"));
  running.push(machine);
  await trustServerCertificate(path.join(folder, "station"), machine.certificateFile);
  const count = { signalId: "count", node: `nsu=${NAMESPACE};s=${COUNTER}`, samplingMs: 0, queueSize: 10 };
  const { feed, links } = listen([endpoint(machine.endpointUrl, [count])], folder);
  await until(() => links.get("m")?.state === "ok");
  expect(sentMark()).toBeUndefined();
  feed.sent(7);
  await until(() => sentMark() === 7);
});

function sentMark(): unknown {
  const database = openDatabase(path.join(folder, "signals.db"), { readonly: true });
  const mark = database.prepare("SELECT value FROM mark WHERE name = ?").pluck().get(SENT_MARK);
  database.close();
  return mark;
}

function floodSignal(namespaceUri: string, index: number): WatchedSignal {
  const name = `Flood.${String(index + 1).padStart(5, "0")}`;
  const node = `nsu=${namespaceUri};s=${name}`;
  return { signalId: name, node, samplingMs: 0, queueSize: QUEUE, isTold: false };
}

describe("several servers at once", () => {
  const signals = [
    { signalId: "count", node: `nsu=${NAMESPACE};s=${COUNTER}`, samplingMs: 0, queueSize: 100 },
  ];

  async function started(name: string): Promise<ScriptedMachine> {
    const machine = await startScriptedMachine(path.join(folder, name));
    running.push(machine);
    await trustServerCertificate(path.join(folder, "station"), machine.certificateFile);
    return machine;
  }

  test("U3 U10 one that hangs keeps none of the others waiting, and each has its own health", {
    timeout: 120_000,
  }, async () => {
    const [hung, first, second] = [await started("hung"), await started("first"), await started("second")];
    await hung.link.set("hung");
    const machines = Object.entries({ hung, first, second }).map(([machineId, { endpointUrl }]) =>
      endpoint(endpointUrl, signals, machineId),
    );
    const { links, newest } = listen(machines, null);
    await until(() => links.get("first")?.state === "ok" && links.get("second")?.state === "ok");
    await first.write(COUNTER, 1);
    await second.write(COUNTER, 2);
    await until(() => newest.get("first") === 1 && newest.get("second") === 2);
    expect(links.get("hung")).toMatchObject({ sessionsOpened: 0, sessionSinceUtc: null, certificate: null });
    await until(() => links.get("first")?.sessionsOpened === 1);
    expect(links.get("first")).toMatchObject({
      security: { mode: "SignAndEncrypt", policy: "Basic256Sha256", identity: "anonymous" },
      certificate: { trust: "trusted" },
      negotiated: { publishingMs: 100, revisedCount: 0 },
      cuts: 0,
      lastGap: null,
    });
    await first.link.set("cut");
    await until(() => links.get("first")?.cuts === 1 && links.get("first")?.state === "lost");
    await first.link.set("open");
    await hung.link.set("open");
    await until(() => links.get("first")?.state === "ok" && links.get("hung")?.state === "ok");
    await first.restart({ earlierNamespaceUris: ["urn:test:new-option"] });
    await until(() => (links.get("first")?.sessionsOpened ?? 0) >= 2);
    await until(() => links.get("first")?.lastGap?.cause === "session-lost");
    await first.write(COUNTER, 5);
    await until(() => newest.get("first") === 5);
    await until(() => typeof links.get("first")?.lastGap?.toUtc === "string");
  });
});
