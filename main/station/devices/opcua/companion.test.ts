import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { AlarmNotice } from "../../../../shared/domain/machines/alarms/alarm-notice.ts";
import { inputsOfSignal } from "../../../../shared/domain/machines/inputs-of-signal.ts";
import {
  type MachineMapping,
  machineMappingSchema,
  type SignalMapping,
} from "../../../../shared/domain/machines/mapping.ts";
import type { ExploredMachine } from "../../../../shared/screen/commissioning.ts";
import { type LivingMachine, openMachine } from "../../../simulator/living-machine.ts";
import { latheDesign } from "../../../simulator/machines/lathe/lathe-design.ts";
import type { MachineDesign } from "../../../simulator/machines/machine-design.ts";
import { ovenDesign } from "../../../simulator/machines/oven/oven-design.ts";
import { packingLineDesign } from "../../../simulator/machines/packing-line/packing-line-design.ts";
import { pressDesign } from "../../../simulator/machines/press/press-design.ts";
import { COLLECTOR_PROGRAM } from "../../testing/station-programs.ts";
import { until } from "../../testing/until.ts";
import type { Signal } from "../device-events.ts";
import { machineEndpoint } from "../testing/machine-endpoint.ts";
import type { MachineEndpoint } from "./machine-endpoint.ts";
import { type MachineFeed, startMachineFeed } from "./machine-feed.ts";
import { trustServerCertificate } from "./server-trust.ts";

let folder: string;
const running: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "takt-companion-"));
});

afterEach(async () => {
  for (const part of running.splice(0).reverse()) await part.stop();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** A machine whose time passes only as the test lets it, and that nothing happens to by itself. */
async function started<State>(design: MachineDesign<State>): Promise<LivingMachine<State>> {
  const pkiDir = path.join(folder, design.key);
  const machine = await openMachine(design, { port: 0, pkiDir, seed: 1 });
  running.push({ stop: () => machine.close() });
  await machine.perform({ verb: "chance", isOn: false });
  await machine.turnOn();
  await trustServerCertificate(path.join(folder, "station"), machine.certificateFile);
  return machine;
}

function live<State>(machine: LivingMachine<State>, ms: number): void {
  for (let passed = 0; passed < ms; passed += 100) machine.tick(100, new Date());
}

function endpoint(endpointUrl: string, signals: MachineEndpoint["signals"] = []): MachineEndpoint {
  return machineEndpoint({ machineId: "new", endpointUrl, signals, pkiDir: path.join(folder, "station") });
}

interface Heard {
  readonly values: readonly Signal[];
  readonly alarms: readonly AlarmNotice[];
  newest(signalId: string): Signal | undefined;
}

function listen(endpoints: readonly MachineEndpoint[]): {
  readonly feed: MachineFeed;
  readonly heard: Heard;
} {
  const values: Signal[] = [];
  const alarms: AlarmNotice[] = [];
  const feed = startMachineFeed(
    { machines: endpoints, signalFolder: null },
    {
      signals: (_machineId, batch) => void values.push(...batch),
      status: () => undefined,
      gap: () => undefined,
      alarms: (_machineId, _sourceId, notices) => void alarms.push(...notices),
      link: () => undefined,
      latest: () => undefined,
      log: () => undefined,
    },
    COLLECTOR_PROGRAM,
  );
  running.push(feed);
  const newest = (signalId: string) => values.findLast((value) => value.signalId === signalId);
  return { feed, heard: { values, alarms, newest } };
}

async function explored(url: string): Promise<ExploredMachine> {
  const answer = await listen([]).feed.ask<"explore">({ kind: "explore", endpoint: endpoint(url) });
  if (!answer.ok) throw new Error(answer.refusal.why);
  return answer.value;
}

/** The suggestion as it would be saved, read back through the schema. */
function mappingOf(explored: ExploredMachine, endpointUrl: string): MachineMapping {
  const [found] = explored.recognised;
  if (found === undefined) throw new Error("No machine was recognised");
  const { name, signals, alarmSources } = found;
  const mapping = { machineId: "m", name, workUnit: "WU", endpointUrl, signals, alarmSources };
  return machineMappingSchema.parse(JSON.parse(JSON.stringify(mapping)));
}

function subscribed({ endpointUrl, signals }: MachineMapping, changes: Partial<SignalMapping> = {}): Heard {
  const wanted = signals.map((signal) => watched({ ...signal, ...changes }));
  return listen([endpoint(endpointUrl, wanted)]).heard;
}

function watched({ signalId, node, field, samplingMs, queueSize }: SignalMapping) {
  return { signalId, node, samplingMs, queueSize, ...(field === undefined ? {} : { field }) };
}

/** What all state signals of the mapping say by their newest values. */
function saysOf({ signals }: MachineMapping, heard: Heard): readonly string[] {
  return signals.flatMap((signal) => {
    const value = heard.newest(signal.signalId);
    if (signal.meaning !== "state" || value === undefined) return [];
    return inputsOfSignal(signal, value, 0).flatMap((input) => (input.kind === "said" ? [input.says] : []));
  });
}

describe("press: PackML", () => {
  test("is recognised by its types; its three state machines and its structured counts are right", async () => {
    const press = await started(pressDesign());
    const { endpointUrl } = press.mapping;
    const tree = await explored(endpointUrl);
    expect(tree.recognised).toMatchObject([{ name: "Press 1", models: ["PackML"] }]);
    const mapping = mappingOf(tree, endpointUrl);
    expect(mapping.signals.map(({ signalId, meaning, field }) => [signalId, meaning, field])).toEqual([
      ["base-state", "state", undefined],
      ["machine-state", "state", undefined],
      ["execute-state", "state", undefined],
      ["mode", "mode", undefined],
      ["speed", "speed", undefined],
      ["prodprocessedcount", "count-total", "0.AccCount"],
      ["proddefectivecount", "count-scrap", "0.AccCount"],
    ]);
    const heard = subscribed(mapping);
    live(press, 20_000);
    const { processedCount, defectiveCount } = press.state;
    expect(processedCount).toBeGreaterThan(5);
    await until(() => heard.newest("prodprocessedcount")?.value === processedCount);
    await until(() => heard.newest("proddefectivecount")?.value === defectiveCount);
    await until(() => saysOf(mapping, heard).join() === "no-opinion,no-opinion,running");
    await press.perform({ verb: "alarm", to: "raise", code: "die-protection" });
    live(press, 3_000);
    await until(() => saysOf(mapping, heard).join() === "fault,no-data,no-data");
    await press.perform({ verb: "alarm", to: "clear", code: "all" });
    await press.perform({ verb: "machine", to: "stop" });
    live(press, 20_000);
    await until(() => saysOf(mapping, heard).join() === "no-opinion,stopped,no-data");
  });

  test("U5 every count comes once, in order, with its status; each change of the structure is one value", async () => {
    const press = await started(pressDesign());
    const mapping = mappingOf(await explored(press.mapping.endpointUrl), press.mapping.endpointUrl);
    const heard = subscribed(mapping, { samplingMs: 0 });
    await until(() => heard.newest("prodprocessedcount") !== undefined);
    for (let round = 0; round < 10; round += 1) live(press, 10_000);
    const { processedCount } = press.state;
    await until(() => heard.newest("prodprocessedcount")?.value === processedCount);
    const counts = heard.values.filter(({ signalId }) => signalId === "prodprocessedcount");
    const first = Number(counts[0]?.value);
    expect(counts.map(({ value }) => value)).toEqual(
      Array.from({ length: processedCount - first + 1 }, (_, index) => first + index),
    );
    expect(new Set(counts.map(({ statusCode }) => statusCode))).toEqual(new Set([0]));
  });
});

describe("lathe: MachineTool, Machinery and Job Control", () => {
  test("is recognised by its types; its count, state, mode, program and tool life are right", async () => {
    const lathe = await started(latheDesign(4_000));
    const { endpointUrl } = lathe.mapping;
    const tree = await explored(endpointUrl);
    expect(tree.recognised).toMatchObject([
      { name: "CNC Lathe 2", models: ["MachineTool", "Machinery", "Job Control"] },
    ]);
    const mapping = mappingOf(tree, endpointUrl);
    const meanings = mapping.signals.map(({ meaning }) => meaning);
    expect(mapping.alarmSources).toMatchObject([
      {
        sourceId: "alarms",
        notifier: "nsu=urn:takt:lathe;s=CNC-Notification-Messages",
        kind: "condition",
        codeField: ["nsu=http://opcfoundation.org/UA/MachineTool/;ErrorCode"],
      },
    ]);
    expect(mapping.signals.filter(({ signalId }) => signalId.startsWith("due-"))).toHaveLength(2);
    for (const wanted of ["state", "mode", "count-total", "program", "tool-life"] as const) {
      expect(meanings).toContain(wanted);
    }
    const idOf = (wanted: string) =>
      mapping.signals.find(({ meaning }) => meaning === wanted)?.signalId ?? "";
    const heard = subscribed(mapping);
    live(lathe, 41_000);
    await until(() => heard.newest(idOf("count-total"))?.value === lathe.state.made);
    await until(() => saysOf(mapping, heard).join() === "no-opinion,running");
    expect(heard.newest(idOf("tool-life"))?.value).toBe(Math.round(lathe.state.partsOfEdge));
    await lathe.perform({ verb: "machine", to: "set-up" });
    live(lathe, 8_000);
    await until(() => heard.newest(idOf("mode"))?.value === 2);
    expect(mapping.signals.find(({ meaning }) => meaning === "mode")?.modeMap?.["2"]).toBe("set-up");
  });
});

describe("lathe: alerts of MachineTool", () => {
  test("ME-2 an alert comes with the controller's code, its words and its severity, and goes", async () => {
    const lathe = await started(latheDesign(4_000));
    const mapping = mappingOf(await explored(lathe.mapping.endpointUrl), lathe.mapping.endpointUrl);
    const { heard } = listen([{ ...endpoint(mapping.endpointUrl), alarmSources: mapping.alarmSources }]);
    await until(() => heard.alarms.some(({ kind }) => kind === "settled"));
    await lathe.perform({ verb: "alarm", to: "raise", code: "chip-jam" });
    live(lathe, 200);
    const told = () => heard.alarms.filter((notice) => notice.kind === "told");
    await until(() => told().length > 0);
    await lathe.perform({ verb: "alarm", to: "clear", code: "all" });
    live(lathe, 200);
    await until(() => told().length > 1);
    const jam = {
      code: "510220",
      title: "Chip conveyor jammed",
      text: "Chip conveyor jammed",
      severity: 800,
    };
    expect(told()).toMatchObject([
      { ...jam, isActive: true },
      { ...jam, isActive: false },
    ]);
  });
});

describe("plain machines", () => {
  test("MM-11 one that has alarm conditions offers where they are told; one without offers nothing", async () => {
    const oven = await started(ovenDesign());
    const line = await started(packingLineDesign());
    const [ofOven, ofLine] = [
      await explored(oven.mapping.endpointUrl),
      await explored(line.mapping.endpointUrl),
    ];
    expect(ofOven.alarmSources).toMatchObject([
      { sourceId: "alarms", kind: "condition", notifier: "nsu=urn:takt:oven;s=Machine" },
    ]);
    expect(ofLine.alarmSources).toEqual([]);
  });

  test("speak no known language: nothing is suggested, all their tags are there to be mapped", async () => {
    for (const machine of [await started(packingLineDesign()), await started(ovenDesign())]) {
      const { root, recognised, isCutShort } = await explored(machine.mapping.endpointUrl);
      expect(recognised).toEqual([]);
      expect(isCutShort).toBe(false);
      const found = JSON.stringify(root);
      for (const { node } of machine.mapping.signals) expect(found).toContain(JSON.stringify(node));
    }
  });
});
