import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { trustServerCertificate } from "../../main/station/devices/opcua/server-trust.ts";

const serialDevice = z.strictObject({ path: z.string(), baudRate: z.int() });

/** What the simulator tells of itself in plant.json; only what the station needs. */
const plantSchema = z.looseObject({
  opcua: z.looseObject({
    endpointUrl: z.string(),
    namespaceUri: z.string(),
    nodes: z.looseObject({ partCount: z.string(), state: z.string() }),
    certificateFile: z.string(),
  }),
  serial: z.looseObject({ scanner: serialDevice, gauge: serialDevice }),
});

export interface EquipSettings {
  readonly dataFolder: string;
  readonly mesPort: number;
}

/**
 * Connects the trial station with the simulated machines, as a technician does once with real ones: writes its
 * station.json and trusts the machine's certificate. What a person added to the file stays.
 *
 * @throws Error when the simulator left no plant.json
 */
export async function equipStation({ dataFolder, mesPort }: EquipSettings): Promise<void> {
  const plant = plantSchema.parse(
    JSON.parse(await readFile(path.join(dataFolder, "plant", "plant.json"), "utf8")),
  );
  const folder = path.join(dataFolder, "station");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, "station.json");
  const before = JSON.parse(await readFile(file, "utf8").catch(() => "{}")) as Record<string, unknown>;
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
      ...(before.machine as object | undefined),
      endpointUrl: plant.opcua.endpointUrl,
      namespaceUri: plant.opcua.namespaceUri,
      partCountNode: plant.opcua.nodes.partCount,
      stateNode: plant.opcua.nodes.state,
    },
    scanner: plant.serial.scanner,
    gauge: plant.serial.gauge,
  };
  await writeFile(file, `${JSON.stringify(config, undefined, 2)}\n`, { mode: 0o600 });
  await trustServerCertificate(path.join(folder, "pki"), plant.opcua.certificateFile);
}
