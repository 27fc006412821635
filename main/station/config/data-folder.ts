import { join, resolve } from "node:path";

/** Where a station keeps what. Everything lies under one folder, so one folder is what has to be backed up. */
export interface DataFolder {
  readonly root: string;
  readonly config: string;
  /** What the values of the machines mean; made by hand, by import or by the assistant at the panel. */
  readonly mapping: string;
  readonly log: string;
  readonly pki: string;
  /** Passwords of machines, one file each. */
  readonly secrets: string;
  /** Where mappings are handed over while station.json names no other folder; beside what is the station's own. */
  readonly exchange: string;
  /** Labels of units as files, while station.json names no printer. */
  readonly labels: string;
  /** Where tools on this computer find the running station; readable by its user only. */
  readonly endpoint: string;
}

/** @param environment TAKT_DATA names the data folder of the whole trial plant; default ./data, also when it is empty */
export function dataFolder(environment: Readonly<Record<string, string | undefined>>): DataFolder {
  const data = resolve(environment.TAKT_DATA || "data");
  const root = join(data, "station");
  return {
    root,
    config: join(root, "station.json"),
    mapping: join(root, "mapping.json"),
    log: join(root, "log"),
    pki: join(root, "pki"),
    secrets: join(root, "secrets"),
    exchange: join(data, "exchange"),
    labels: join(data, "labels"),
    endpoint: join(root, "endpoint.json"),
  };
}
