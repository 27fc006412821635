import path from "node:path";

/** Where the plant keeps its things, below the data folder. */
export interface PlantFolder {
  readonly pkiDir: string;
  readonly scannerPath: string;
  readonly gaugePath: string;
  /** How to reach the machine and the devices; for the station's configuration. */
  readonly plantFile: string;
  /** Address and token of the running simulator; for its commands. */
  readonly controlFile: string;
}

/** @param environment TAKT_DATA: folder of all data, default `data` in the repository */
export function plantFolder(environment: NodeJS.ProcessEnv): PlantFolder {
  const root = path.resolve(import.meta.dirname, "../..");
  const plant = path.join(path.resolve(root, environment.TAKT_DATA || "data"), "plant");
  return {
    pkiDir: path.join(plant, "pki"),
    scannerPath: path.join(plant, "dev", "scanner"),
    gaugePath: path.join(plant, "dev", "gauge"),
    plantFile: path.join(plant, "plant.json"),
    controlFile: path.join(plant, "control.json"),
  };
}
