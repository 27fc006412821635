import path from "node:path";
import type { MachineKey } from "./machines/machine-design.ts";

/** Where the plant keeps its things, below the data folder. */
export interface PlantFolder {
  /** Each machine has its own key and certificate. */
  pkiDir(machine: MachineKey): string;
  readonly scannerPath: string;
  readonly gaugePath: string;
  readonly benchScannerPath: string;
  /** How to reach the machines and the devices; for the station's configuration. */
  readonly plantFile: string;
  /** The mapping of all machines as a station imports it. */
  readonly mappingFile: string;
  /** Address and token of the running simulator; for its commands. */
  readonly controlFile: string;
}

/** @param environment TAKT_DATA: folder of all data, default `data` in the repository */
export function plantFolder(environment: NodeJS.ProcessEnv): PlantFolder {
  const root = path.resolve(import.meta.dirname, "../..");
  const plant = path.join(path.resolve(root, environment.TAKT_DATA || "data"), "plant");
  return {
    pkiDir: (machine) => path.join(plant, machine === "lathe" ? "pki" : `pki-${machine}`),
    scannerPath: path.join(plant, "dev", "scanner"),
    gaugePath: path.join(plant, "dev", "gauge"),
    benchScannerPath: path.join(plant, "dev", "bench-scanner"),
    mappingFile: path.join(plant, "mapping.json"),
    plantFile: path.join(plant, "plant.json"),
    controlFile: path.join(plant, "control.json"),
  };
}
