import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type LivingMachine, openMachine } from "./living-machine.ts";
import type { Told } from "./machine-server.ts";
import type { PackingLine } from "./machines/packing-line/packing-line.ts";
import { packingLineDesign } from "./machines/packing-line/packing-line-design.ts";
import { parsePlantCommand } from "./plant-command.ts";
import { connectTo, type MachineClient } from "./testing/machine-client.ts";

const URI = "urn:takt:packing-line";
const COUNT = "DB10.PackCount";
/** However long the machine takes; one second, which is what there is without it, a busy computer needs for a session. */
const WAIT = { timeout: 60_000, interval: 20 };

let folder: string;
let line: LivingMachine<PackingLine>;
let now = Date.now();
const clients: MachineClient[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "takt machine "));
  line = await openMachine(packingLineDesign(), { port: 0, pkiDir: path.join(folder, "pki"), seed: 1 });
  await line.turnOn();
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
});

afterAll(async () => {
  await line.close();
  await rm(folder, { recursive: true, force: true });
});

async function client(): Promise<MachineClient> {
  const { endpointUrl } = line.mapping;
  const connected = await connectTo({ endpointUrl, pkiDir: path.join(folder, "client") });
  clients.push(connected);
  return connected;
}

async function tell(words: string): Promise<string> {
  const parsed = parsePlantCommand(["line", ...words.split(" ")]);
  if (!parsed.ok || parsed.value.verb !== "at") throw new Error(`not a machine's command: ${words}`);
  const answer = await line.perform(parsed.value.command);
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value;
}

/** The machine lives as long as this says, and not a moment of real time. */
function live(ms: number): void {
  for (let passed = 0; passed < ms; passed += 100) {
    now += 100;
    line.tick(100, new Date(now));
  }
}

interface Truth {
  readonly made: { readonly total: number };
  readonly signals: Readonly<Record<string, Told>>;
  readonly flood?: { readonly sequence: number; readonly writes: number };
}

async function truth(): Promise<Truth> {
  return JSON.parse(await tell("truth")) as Truth;
}

describe("truth", () => {
  test("U6 every write arrives, and the counter's deltas over its rollover are what was made", async () => {
    await tell("chance off");
    await tell("counter 65500");
    const [counts = []] = await (await client()).watch(URI, [COUNT]);
    await vi.waitFor(() => expect(counts).toHaveLength(1), WAIT);
    const before = await truth();
    live(60_000);
    const after = await truth();
    const writes = (after.signals.packCount?.writes ?? 0) - (before.signals.packCount?.writes ?? 0);
    await vi.waitFor(() => expect(counts).toHaveLength(1 + writes), WAIT);
    const values = counts.map(({ value }) => value.value as number);
    const deltas = values.slice(1).map((value, index) => (value - (values[index] ?? 0) + 65_536) % 65_536);
    expect(deltas.reduce((sum, delta) => sum + delta, 0)).toBe(after.made.total - before.made.total);
    expect(Math.max(...values)).toBeGreaterThan(65_500);
    expect(Math.min(...values)).toBeLessThan(4);
  });

  test("a flood's sequence numbers arrive without a hole and end at what was written", async () => {
    await tell("flood 3 1");
    const [first = [], , third = []] = await (await client()).watch(URI, [
      "Flood.00001",
      "Flood.00002",
      "Flood.00003",
    ]);
    await vi.waitFor(() => expect(third.length).toBeGreaterThan(50), WAIT);
    await tell("flood stop");
    const { flood } = await truth();
    const sequence = flood?.sequence ?? 0;
    expect(flood?.writes).toBe(3 * sequence);
    await vi.waitFor(() => expect(first.at(-1)?.value.value).toBe(sequence), WAIT);
    const start = first[0]?.value.value as number;
    expect(first.map(({ value }) => value.value as number)).toEqual(
      Array.from({ length: sequence - start + 1 }, (_, index) => start + index),
    );
  });
});

describe("faults on command", () => {
  test("U7 a wrong clock shows in the times of the machine and of its server", async () => {
    await tell("clock +1d");
    await tell("counter 7");
    const { sourceTimestamp, serverTimestamp } = await (await client()).read(URI, COUNT);
    const aheadMs = (time: Date | null) => (time?.getTime() ?? 0) - Date.now();
    expect(aheadMs(sourceTimestamp)).toBeGreaterThan(86_000_000);
    expect(aheadMs(serverTimestamp)).toBeGreaterThan(86_000_000);
    await tell("clock right");
  });

  test.each([
    ["bad", "BadSensorFailure"],
    ["uncertain", "UncertainLastUsableValue"],
    ["null", "BadOutOfService"],
  ])("U5 %s: the status says so", async (how, status) => {
    await tell(`corrupt sealTemperature ${how}`);
    const machine = await client();
    expect((await machine.read(URI, "DB10.SealTemperature")).statusCode.name).toBe(status);
    await tell("mend sealTemperature");
    expect((await machine.read(URI, "DB10.SealTemperature")).statusCode.name).toBe("Good");
  });

  test("U5 not a number, another type, a jump backwards, a stuck sensor", async () => {
    const machine = await client();
    const value = async (id: string) => (await machine.read(URI, id)).value.value as unknown;
    await tell("corrupt sealTemperature nan");
    expect(await value("DB10.SealTemperature")).toBeNaN();
    await tell("counter 1000");
    await tell("corrupt packCount type");
    expect(await value(COUNT)).toBe("1000");
    await tell("corrupt packCount minus");
    expect(await value(COUNT)).toBe(950);
    await tell("corrupt packCount stuck");
    await tell("counter 2000");
    expect(await value(COUNT)).toBe(950);
    await tell("mend all");
    expect(await value(COUNT)).toBe(2_000);
  });

  test("U11 restarted: sessions end, namespaces move, the count is kept or starts anew", async () => {
    const before = await client();
    const indexOf = async (machine: MachineClient) =>
      (await machine.session.readNamespaceArray()).indexOf(URI);
    const index = await indexOf(before);
    await tell("counter 321");
    await tell("restart reordered");
    const after = await client();
    expect(await indexOf(after)).toBe(index + 1);
    expect((await after.read(URI, COUNT)).value.value).toBe(321);
    await tell("restart fresh");
    expect((await (await client()).read(URI, COUNT)).value.value).toBe(0);
  });

  test("U1 it hangs: takes requests and answers none; healed, it answers again", async () => {
    await tell("network hang");
    const socket = connect(Number(new URL(line.mapping.endpointUrl).port), "127.0.0.1");
    await once(socket, "connect");
    socket.on("error", () => undefined); // healing breaks what hung
    const heard: Buffer[] = [];
    socket.on("data", (bytes) => heard.push(bytes));
    const closed = new Promise((resolve) => socket.once("close", resolve));
    socket.write("HELF");
    await tell("network heal");
    await closed;
    expect(heard).toEqual([]);
    expect((await (await client()).read(URI, COUNT)).statusCode.name).toBe("Good");
  });

  test("U2 without power there is no server; the machine lives on", async () => {
    await tell("power off");
    await expect(client()).rejects.toThrow();
    const made = (await truth()).made.total;
    live(10_000);
    await tell("power on");
    const { value } = await (await client()).read(URI, COUNT);
    expect((await truth()).made.total).toBeGreaterThan(made);
    expect(value.value).toBe((await truth()).made.total - made);
  });
});
