import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { until } from "../../testing/until.ts";
import { type RecordedFeed, recordFeed } from "../testing/recorded-feed.ts";
import { COUNTER, LOAD, type ScriptedMachine, startScriptedMachine } from "../testing/scripted-machine.ts";
import { trustServerCertificate } from "./server-trust.ts";

/** 25 in each run; TAKT_LINK_CUTS=1000 for the whole promise, which takes a quarter of an hour. */
const CUTS = Number(process.env.TAKT_LINK_CUTS ?? 25);

let folder: string;
let machinePki: string;
let stationPki: string;
let machine: ScriptedMachine;
let feed: RecordedFeed | undefined;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "takt-feed-"));
  machinePki = path.join(folder, "machine");
  stationPki = path.join(folder, "station");
  const first = await startScriptedMachine(machinePki); // makes its certificate
  await trustServerCertificate(stationPki, first.certificateFile);
  await first.stop();
});

afterEach(async () => {
  await feed?.stop();
  feed = undefined;
  await machine.stop();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** A machine and a feed that has its first values. */
async function connected(changes: Parameters<typeof recordFeed>[2] = {}): Promise<RecordedFeed> {
  machine = await startScriptedMachine(machinePki);
  const started = recordFeed(machine, stationPki, changes);
  feed = started;
  await until(() => started.isOk() && started.valuesOf("count").length > 0);
  return started;
}

/** Where a count does not go up by one: lost values jump ahead, doubled ones stay or go back. */
function breaksIn(values: readonly unknown[]): string[] {
  return values
    .flatMap((value, index) => (value === index ? [] : [`${index}: ${String(value)}`]))
    .slice(0, 5);
}

describe("values", () => {
  test("come in batches with the machine's own time, by node address and by browse path", async () => {
    const { signals, valuesOf } = await connected();
    await machine.write(LOAD, 42.5, { sourceTime: new Date("2001-02-03T04:05:06.789Z") });
    await until(() => valuesOf("load").includes(42.5));
    expect(signals.find(({ value }) => value === 42.5)).toMatchObject({
      signalId: "load",
      statusCode: 0,
      sourceUtc: "2001-02-03T04:05:06.789Z",
    });
  });

  test("U5 a bad or uncertain value keeps its status and arrives as such", async () => {
    const { signals, valuesOf } = await connected();
    await machine.write(COUNTER, 7, { status: "BadSensorFailure" });
    await until(() => valuesOf("count").length === 2);
    await machine.write(COUNTER, 8, { status: "UncertainLastUsableValue" });
    await until(() => valuesOf("count").length === 3);
    await machine.write(COUNTER, null, { status: "BadOutOfService" });
    await until(() => valuesOf("count").length === 4);
    const statuses = signals
      .filter(({ signalId }) => signalId === "count")
      .map(({ statusCode }) => statusCode);
    expect(statuses).toEqual([0, 0x808c_0000, 0x4090_0000, 0x808d_0000]);
    expect(valuesOf("count").at(-1)).toBeNull();
  });

  test("U5 an overflowing queue is reported as a gap", async () => {
    const signals = [{ signalId: "count", node: `s=${COUNTER}`, samplingMs: 0, queueSize: 3 }];
    const { gaps, valuesOf, isOk } = await connected({ signals });
    await machine.link.set("cut");
    await until(() => !isOk());
    await machine.writeAll(
      COUNTER,
      [...Array(20).keys()].map((index) => index + 1),
    );
    await machine.link.set("open");
    await until(() => valuesOf("count").includes(20));
    expect(gaps).toHaveLength(1);
    expect(gaps[0]?.cause).toBe("queue-overflow");
    expect(valuesOf("count")).toEqual([0, 18, 19, 20]);
  });
});

describe("interruptions", () => {
  test(`U1 ${CUTS} cuts shorter than the session: no value lost, none twice, no gap`, {
    timeout: 180_000 + CUTS * 2_000,
  }, async () => {
    const { gaps, valuesOf, isOk } = await connected();
    await machine.count(5);
    for (let cut = 0; cut < CUTS; cut += 1) {
      await machine.link.set("cut");
      await until(() => !isOk());
      const before = valuesOf("count").length;
      await machine.link.set("open");
      await until(() => isOk() && valuesOf("count").length > before);
    }
    const last = await machine.hold();
    await until(() => valuesOf("count").at(-1) === last);
    expect(gaps).toEqual([]);
    expect(breaksIn(valuesOf("count"))).toEqual([]);
  });

  test("U4 what the machine says once more after a cut is the same value, not another one", async () => {
    const { gaps, valuesOf, isOk, signals } = await connected();
    await machine.write(COUNTER, 1);
    await until(() => valuesOf("count").includes(1));
    await machine.link.set("cut");
    await until(() => !isOk());
    await machine.write(LOAD, 12.5); // comes after the cut, behind or together with what is said again
    await machine.link.set("open");
    await until(() => isOk() && valuesOf("load").includes(12.5));
    await machine.write(COUNTER, 2);
    await until(() => valuesOf("count").includes(2));
    expect(valuesOf("count")).toEqual([0, 1, 2]);
    expect(valuesOf("load")).toEqual([0, 12.5]);
    expect(signals.at(-1)).toMatchObject({ signalId: "count", value: 2 });
    expect(gaps).toEqual([]);
  });

  test("U1 a value during a cut after a quiet time is not lost", { timeout: 180_000 }, async () => {
    const { gaps, valuesOf, isOk, links } = await connected({ signOfLifeMs: 600 });
    const signsOfLife = () => new Set(links.map(({ lastHeardUtc }) => lastHeardUtc)).size;
    const before = signsOfLife();
    await until(() => signsOfLife() >= before + 2);
    await machine.link.set("frozen"); // the notification is sent into a dead connection
    const held = machine.link.heldBytes;
    await machine.write(COUNTER, 1);
    await until(() => machine.link.heldBytes > held);
    await machine.link.set("cut");
    await until(() => !isOk());
    await machine.link.set("open");
    await machine.write(COUNTER, 2);
    await until(() => valuesOf("count").includes(2));
    expect(valuesOf("count")).toEqual([0, 1, 2]);
    expect(gaps).toEqual([]);
  });

  test("U1 a pulled cable (nothing answers, nothing closes) is noticed and bridged", {
    timeout: 180_000,
  }, async () => {
    const { gaps, valuesOf, isOk } = await connected({ signOfLifeMs: 600, answerWithinMs: 2_000 });
    await machine.count(20);
    await machine.link.set("frozen");
    await until(() => !isOk());
    await machine.link.set("open");
    await until(isOk);
    const last = await machine.hold();
    await until(() => valuesOf("count").at(-1) === last);
    expect(gaps).toEqual([]);
    expect(breaksIn(valuesOf("count"))).toEqual([]);
  });

  test("U2 a restarted machine: new session, a gap with its bounds, and values again", async () => {
    const { gaps, valuesOf, isOk } = await connected();
    const before = new Date().toISOString();
    await machine.restart();
    await until(isOk);
    await machine.write(COUNTER, 77);
    await until(() => valuesOf("count").includes(77));
    const after = new Date().toISOString();
    expect(gaps).toHaveLength(1);
    const [gap] = gaps;
    expect(gap?.cause).toBe("session-lost");
    expect(gap && gap.fromUtc <= before && before <= gap.toUtc && gap.toUtc <= after).toBe(true);
  });

  test("U11 a changed program moves the namespace: the values still come from the right nodes", async () => {
    const { valuesOf, gaps } = await connected();
    await machine.restart({ earlierNamespaceUris: ["urn:test:new-option", "urn:test:another"] });
    await machine.write(COUNTER, 31);
    await until(() => valuesOf("count").includes(31));
    expect(gaps.map(({ cause }) => cause)).toEqual(["session-lost"]);
  });

  test("U10 the OPC UA process is killed: restarted, a gap, and values again", async () => {
    const { gaps, statuses, valuesOf, kill } = await connected();
    kill();
    await until(() => gaps.length === 1);
    await machine.write(COUNTER, 5);
    await until(() => valuesOf("count").includes(5) && statuses.at(-1)?.state === "ok");
    expect(gaps[0]?.cause).toBe("collector-restarted");
    expect(statuses.map(({ state }) => state)).toEqual(["connecting", "ok", "lost", "ok"]);
  });

  test("stopping closes the session at the machine", async () => {
    const { stop, statuses } = await connected();
    expect(await machine.sessionCount()).toBe(1);
    await stop();
    await until(async () => (await machine.sessionCount()) === 0);
    expect(statuses.at(-1)?.state).toBe("off");
  });
});

describe("refusals", () => {
  test("U8 an unknown certificate is put aside, never accepted, and works once a person trusts it", async () => {
    machine = await startScriptedMachine(machinePki);
    const strangersPki = path.join(folder, "stranger");
    const started = recordFeed(machine, strangersPki);
    feed = started;
    await until(() => started.statuses.at(-1)?.state === "lost");
    expect(started.statuses.at(-1)?.detail).toMatch(
      /^server certificate not trusted yet: CN=.+, SHA-256 ([0-9A-F]{2}:){31}/,
    );
    expect(await readdir(path.join(strangersPki, "rejected"))).toHaveLength(1);
    expect(await readdir(path.join(strangersPki, "trusted", "certs"))).toHaveLength(0);
    expect(started.signals).toEqual([]);
    expect(await machine.sessionCount()).toBe(0);

    await trustServerCertificate(strangersPki, machine.certificateFile);
    await until(() => started.isOk() && started.valuesOf("count").length > 0);
  });

  test("U9 a machine that offers only less security than configured is refused", async () => {
    machine = await startScriptedMachine(machinePki, { allowsNoSecurity: true });
    const started = recordFeed(machine, stationPki, { securityPolicy: "Aes256_Sha256_RsaPss" });
    feed = started;
    await until(() => started.statuses.at(-1)?.state === "lost");
    expect(started.statuses.at(-1)?.detail).toContain("no weaker one is tried");
    expect(await machine.sessionCount()).toBe(0);
  });

  test("a wrong password is named, the right one connects", async () => {
    const user = { name: "station", password: "right" };
    machine = await startScriptedMachine(machinePki, { user });
    const wrong = recordFeed(machine, stationPki, { user: "station", password: "wrong" });
    feed = wrong;
    await until(() => wrong.statuses.at(-1)?.state === "lost");
    expect(wrong.statuses.at(-1)?.detail).toBe('The machine refuses the user "station" or the password');
    await wrong.stop();
    const right = recordFeed(machine, stationPki, { user: "station", password: "right" });
    feed = right;
    await until(right.isOk);
  });

  test("a node the machine does not have is named, and no other value is taken", async () => {
    machine = await startScriptedMachine(machinePki);
    const signals = [
      { signalId: "count", node: `s=${COUNTER}`, samplingMs: 0, queueSize: 3 },
      { signalId: "gone", node: "s=Machine.Gone", samplingMs: 0, queueSize: 3 },
    ];
    const started = recordFeed(machine, stationPki, { signals });
    feed = started;
    await until(() => started.statuses.at(-1)?.state === "lost");
    expect(started.statuses.at(-1)?.detail).toBe(
      "The machine has no value at s=Machine.Gone (BadNodeIdUnknown)",
    );
    expect(started.signals).toEqual([]);
  });

  test("a machine that is off is named, and found when it comes", async () => {
    machine = await startScriptedMachine(machinePki);
    await machine.link.set("cut");
    const started = recordFeed(machine, stationPki);
    feed = started;
    await until(() => started.statuses.at(-1)?.state === "lost");
    expect(started.statuses.at(-1)?.detail).toBe(`The machine does not answer at ${machine.endpointUrl}`);
    await machine.link.set("open");
    await until(() => started.isOk());
  });
});
