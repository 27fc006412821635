import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { trustServerCertificate } from "../../main/station/devices/opcua/server-trust.ts";
import { mappingFileSchema } from "../../shared/domain/machines/mapping.ts";
import { asWritten } from "./as-written.ts";

const serialDevice = z.strictObject({ path: z.string(), baudRate: z.int() });

/** What the simulator tells of itself in plant.json; only what the station needs. */
const plantSchema = z.looseObject({
  opcua: z.looseObject({
    endpointUrl: z.string(),
    namespaceUri: z.string(),
    nodes: z.looseObject({ partCount: z.string(), state: z.string() }),
    certificateFile: z.string(),
  }),
  machines: z.array(
    z.looseObject({ machineId: z.string(), endpointUrl: z.string(), certificateFile: z.string() }),
  ),
  serial: z.looseObject({ scanner: serialDevice, gauge: serialDevice }),
});

/** What a person added to station.json stays; the station judges it. */
const stationSchema = z.looseObject({ machine: z.looseObject({}).nullish() });

export interface EquipSettings {
  readonly dataFolder: string;
  readonly mesPort: number;
}

/**
 * Connects the trial station with the simulated machines, as a technician does once with real ones: writes its
 * station.json and trusts the machine's certificate. What a person added to the file stays.
 *
 * @throws Error when the simulator left no plant.json, or a file of the station is broken
 */
export async function equipStation({ dataFolder, mesPort }: EquipSettings): Promise<void> {
  const plant = plantSchema.parse(
    JSON.parse(await readFile(path.join(dataFolder, "plant", "plant.json"), "utf8")),
  );
  const folder = path.join(dataFolder, "station");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, "station.json");
  const before = asWritten(file, stationSchema) ?? {};
  const config = {
    stationId: "WS-14",
    machineName: "CNC Lathe 2",
    workUnit: "CNC-2",
    ...before,
    mes: {
      url: `http://127.0.0.1:${mesPort}`,
      tokenFile: path.join(dataFolder, "secrets", "station-token"),
    },
    machine: {
      ...before.machine,
      endpointUrl: plant.opcua.endpointUrl,
      namespaceUri: plant.opcua.namespaceUri,
      partCountNode: plant.opcua.nodes.partCount,
      stateNode: plant.opcua.nodes.state,
    },
    scanner: plant.serial.scanner,
    gauge: plant.serial.gauge,
  };
  await writeFile(file, `${JSON.stringify(config, undefined, 2)}\n`, { mode: 0o600 });
  for (const { certificateFile } of plant.machines) {
    await trustServerCertificate(path.join(folder, "pki"), certificateFile);
  }
  await equipMapping(path.join(dataFolder, "plant", "mapping.json"), path.join(folder, "mapping.json"));
}

/** The plant's mapping at the first start; later only the addresses, as a person may have changed everything else. */
async function equipMapping(ofPlant: string, ofStation: string): Promise<void> {
  const plant = mappingFileSchema.parse(JSON.parse(await readFile(ofPlant, "utf8")));
  const before = asWritten(ofStation, mappingFileSchema) ?? plant;
  const addresses = new Map(plant.machines.map(({ machineId, endpointUrl }) => [machineId, endpointUrl]));
  const machines = before.machines.map((machine) => ({
    ...machine,
    endpointUrl: addresses.get(machine.machineId) ?? machine.endpointUrl,
  }));
  await writeFile(ofStation, `${JSON.stringify({ ...before, machines }, undefined, 2)}\n`, { mode: 0o600 });
}
