import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { BrowseDirection, type NodeId } from "node-opcua-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LivingMachine, openMachine } from "../living-machine.ts";
import { connectTo, type MachineClient } from "../testing/machine-client.ts";
import type { Lathe } from "./lathe/lathe.ts";
import { latheDesign } from "./lathe/lathe-design.ts";
import type { Press } from "./press/press.ts";
import { pressDesign } from "./press/press-design.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "takt models "));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function live<State>(machine: LivingMachine<State>, ms: number): void {
  for (let passed = 0; passed < ms; passed += 100) machine.tick(100, new Date());
}

async function started<State>(machine: LivingMachine<State>): Promise<MachineClient> {
  await machine.turnOn();
  const { endpointUrl } = machine.mapping;
  return connectTo({ endpointUrl, pkiDir: path.join(folder, "client") });
}

async function typeOf({ session }: MachineClient, nodeId: string | NodeId): Promise<string | undefined> {
  const { references } = await session.browse({
    nodeId,
    referenceTypeId: "HasTypeDefinition",
    browseDirection: BrowseDirection.Forward,
    resultMask: 63,
  });
  return references?.[0]?.browseName.name ?? undefined;
}

describe("lathe: Machinery and MachineTool", () => {
  const URI = "urn:takt:lathe";
  let lathe: LivingMachine<Lathe>;
  let client: MachineClient;
  const text = async (id: string) => {
    const { value } = await client.read(URI, id);
    return (value.value as { text: string }).text;
  };
  const number = async (id: string) => (await client.read(URI, id)).value.value as number;

  beforeAll(async () => {
    const place = { port: 0, pkiDir: path.join(folder, "lathe"), seed: 1 };
    lathe = await openMachine(latheDesign(4_000), place);
    client = await started(lathe);
  });

  afterAll(async () => {
    await client.close();
    await lathe.close();
  });

  test("stands in the folder Machines as a MachineToolType", async () => {
    const namespaces = await client.session.readNamespaceArray();
    const machinery = namespaces.indexOf("http://opcfoundation.org/UA/Machinery/");
    const { references } = await client.session.browse({
      nodeId: `ns=${machinery};i=1001`,
      referenceTypeId: "Organizes",
      browseDirection: BrowseDirection.Forward,
      resultMask: 63,
    });
    expect(references?.map(({ browseName }) => browseName.name)).toEqual(["CNC Lathe 2"]);
    expect(await typeOf(client, references?.[0]?.nodeId ?? "")).toBe("MachineToolType");
    expect(await text("CNC-Identification-Manufacturer")).toBe("Takt Simulated Machines");
  });

  test("its states and modes follow what it does", async () => {
    const state = () => text("CNC-MachineryBuildingBlocks-MachineryItemState-CurrentState");
    live(lathe, 1_000);
    expect(await state()).toBe("Executing");
    expect(await number("CNC-Channel1-ChannelState")).toBe(0);
    await lathe.perform({ verb: "machine", to: "set-up" });
    expect(await state()).toBe("NotExecuting");
    expect(await number("CNC-MachineryBuildingBlocks-MachineryOperationMode-CurrentState-Number")).toBe(2);
    expect(await number("CNC-Monitoring-MachineTool-OperationMode")).toBe(2);
    await lathe.perform({ verb: "machine", to: "run" });
  });

  test("job, tool life and prognosis count with the parts", async () => {
    const before = await number("CNC-Job-PartsCompleted");
    const predicted = async () =>
      ((await client.read(URI, "CNC-ToolPrognosis-PredictedTime")).value.value as Date).getTime();
    const expectedAt = await predicted();
    live(lathe, 41_000);
    const made = (await number("CNC-Job-PartsCompleted")) - before;
    expect(made).toBeGreaterThanOrEqual(9);
    expect(await number("CNC-T4-ToolLife-Parts")).toBe(40 + before + made);
    expect(await number("CNC-T4-ToolLife-Parts-LimitValue")).toBe(400);
    await lathe.perform({ verb: "wear", part: "insert", percent: 90 });
    expect(await predicted()).toBeLessThan(expectedAt);
    expect(await number("Lathe2.PartCount")).toBe(await number("CNC-Job-PartsCompleted"));
  });
});

describe("press: PackML", () => {
  const URI = "urn:takt:press";
  let press: LivingMachine<Press>;
  let client: MachineClient;
  const value = async (id: string) => (await client.read(URI, id)).value.value as unknown;
  const text = async (id: string) => ((await value(id)) as { text: string }).text;

  beforeAll(async () => {
    press = await openMachine(pressDesign(), { port: 0, pkiDir: path.join(folder, "press"), seed: 1 });
    await press.perform({ verb: "chance", isOn: false });
    client = await started(press);
  });

  afterAll(async () => {
    await client.close();
    await press.close();
  });

  test("starts by the standard's states and counts in structures and in numbers", async () => {
    live(press, 20_000);
    const executing = "Press-BaseStateMachine-MachineState-ExecuteState-CurrentState";
    expect(await text("Press-BaseStateMachine-CurrentState")).toBe("Cleared");
    expect(await text("Press-BaseStateMachine-MachineState-CurrentState")).toBe("Running");
    expect(await text(executing)).toBe("Execute");
    expect(await value("Press1.Status.StateCurrent")).toBe(6);
    const count = (await value("Press1.Admin.ProdProcessedCount.AccCount")) as number;
    expect(count).toBeGreaterThan(5);
    expect(await value("Press-Admin-ProdProcessedCount")).toMatchObject([{ ID: 2, accCount: count }]);
  });

  test("an alarm aborts it with its number as stop reason; cleared, it comes back", async () => {
    await press.perform({ verb: "alarm", to: "raise", code: "die-protection" });
    live(press, 2_000);
    expect(await text("Press-BaseStateMachine-CurrentState")).toBe("Aborted");
    expect(await value("Press1.Admin.StopReason.ID")).toBe(402);
    expect(await value("Press-Admin-StopReason")).toMatchObject({ ID: 402, trigger: true });
    const inner = await client.read(URI, "Press-BaseStateMachine-MachineState-CurrentState");
    expect(inner.statusCode.name).toBe("BadStateNotActive");
    await press.perform({ verb: "alarm", to: "clear", code: "all" });
    live(press, 10_000);
    expect(await value("Press1.Status.StateCurrent")).toBe(6);
    expect(await value("Press1.Admin.StopReason.ID")).toBe(0);
  });

  test("blocked is suspended, a break is held, set-up is a mode", async () => {
    const stateAfter = async (command: Parameters<typeof press.perform>[0]) => {
      await press.perform(command);
      live(press, 8_000);
      return value("Press1.Status.StateCurrent");
    };
    expect(await stateAfter({ verb: "material", to: "block" })).toBe(5);
    expect(await value("Press-Status-EquipmentBlocked")).toBe(true);
    await press.perform({ verb: "material", to: "feed" });
    expect(await stateAfter({ verb: "machine", to: "break" })).toBe(11);
    expect(await stateAfter({ verb: "machine", to: "set-up" })).toBe(2);
    expect(await value("Press-Status-UnitModeCurrent")).toBe(3);
    expect(await stateAfter({ verb: "machine", to: "run" })).toBe(6);
  });
});
