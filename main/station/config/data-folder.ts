import { join, resolve } from "node:path";

/** Where a station keeps what. Everything lies under one folder, so one folder is what has to be backed up. */
export interface DataFolder {
  readonly root: string;
  readonly config: string;
  readonly log: string;
  readonly pki: string;
  /** Where tools on this computer find the running station; readable by its user only. */
  readonly endpoint: string;
}

/** @param environment TAKT_DATA names the data folder of the whole trial plant; default ./data */
export function dataFolder(environment: Readonly<Record<string, string | undefined>>): DataFolder {
  const root = join(resolve(environment.TAKT_DATA ?? "data"), "station");
  return {
    root,
    config: join(root, "station.json"),
    log: join(root, "log"),
    pki: join(root, "pki"),
    endpoint: join(root, "endpoint.json"),
  };
}
