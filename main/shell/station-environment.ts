export interface StationEnvironment {
  readonly dataFolder: string;
  readonly port: number;
}

/** Each of these makes Node run or load what the environment names, in the one process that ASAR integrity does not cover. */
const LOADS_FOREIGN_CODE = ["NODE_OPTIONS", "NODE_PATH", "NODE_REPL_EXTERNAL_MODULE", "ELECTRON_RUN_AS_NODE"];

/** @returns the environment the station runs in: ours, without what could change its code, and with its place and port */
export function stationEnvironment(
  ours: NodeJS.ProcessEnv,
  { dataFolder, port }: StationEnvironment,
): NodeJS.ProcessEnv {
  const kept = Object.entries(ours).filter(([name]) => !LOADS_FOREIGN_CODE.includes(name.toUpperCase()));
  return { ...Object.fromEntries(kept), TAKT_DATA: dataFolder, TAKT_STATION_PORT: String(port) };
}
