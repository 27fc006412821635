import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { mappingFileSchema } from "../../shared/domain/machines/mapping.ts";
import { startControlServer } from "./control-server.ts";
import type { Machine } from "./living-machine.ts";
import { type Plant, startPlant } from "./plant.ts";
import type { PlantFolder } from "./plant-folder.ts";
import type { PlantSettings } from "./plant-settings.ts";
import { writeJson } from "./write-json.ts";

const BAUD_RATE = 9_600; // a pseudo-terminal ignores it, a real device would not

export interface Simulator {
  /** The line that says it is ready, as JSON. */
  readonly readyLine: string;
  stop(): Promise<void>;
}

/** Starts the plant and its control address, and writes down for the others where everything is. */
export async function startSimulator(folder: PlantFolder, settings: PlantSettings): Promise<Simulator> {
  const plant = await startPlant(folder, settings);
  const token = randomBytes(24).toString("base64url");
  const control = await startControlServer(token, (command) => plant.perform(command));
  await writeJson(folder.plantFile, describe(plant, folder));
  await writeJson(folder.mappingFile, mappingFileSchema.parse(mappingOf(plant)));
  await writeJson(
    folder.controlFile,
    { url: `http://127.0.0.1:${control.port}/command`, token, pid: process.pid },
    0o600,
  );
  return {
    readyLine: JSON.stringify({
      ready: "simulator",
      machine: plant.machines[0]?.mapping.endpointUrl,
      ...Object.fromEntries(plant.machines.slice(1).map(({ key, mapping }) => [key, mapping.endpointUrl])),
      scanner: folder.scannerPath,
      gauge: folder.gaugePath,
      "bench-scanner": folder.benchScannerPath,
    }),
    stop: async () => {
      await rm(folder.controlFile, { force: true });
      await control.close();
      await plant.stop();
    },
  };
}

function describe({ machines }: Plant, folder: PlantFolder): object {
  const [first] = machines;
  return {
    opcua: first && describeMachine(first),
    machines: machines.map(describeMachine),
    serial: {
      scanner: { path: folder.scannerPath, baudRate: BAUD_RATE },
      gauge: { path: folder.gaugePath, baudRate: BAUD_RATE },
      benchScanner: { path: folder.benchScannerPath, baudRate: BAUD_RATE },
    },
  };
}

function describeMachine({ key, namespaceUri, certificateFile, mapping }: Machine): object {
  const { machineId, name, workUnit, endpointUrl, signals } = mapping;
  const nodes = Object.fromEntries(signals.map(({ signalId, node }) => [signalId, node]));
  return { key, machineId, name, workUnit, endpointUrl, namespaceUri, certificateFile, nodes };
}

function mappingOf({ machines }: Plant): object {
  return { format: "takt-mapping", version: 1, machines: machines.map(({ mapping }) => mapping) };
}
