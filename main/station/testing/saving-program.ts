import { join } from "node:path";
import type { MachineMapping } from "../../../shared/domain/machines/mapping.ts";
import { dataFolder } from "../config/data-folder.ts";
import { parseConfig } from "../config/read-config.ts";
import { openMachineRoom } from "../life/machine-room.ts";
import { openLog } from "../life/station-log.ts";
import { composeStation } from "./composed-station.ts";

/*
 * A lead saves the mapping TEXT, and the station is killed in the middle of it (P1).
 *   node saving-program.ts FOLDER (before-booking|after-booking) TEXT
 */
const [data = "", moment = "", text = ""] = process.argv.slice(2);
const folder = dataFolder({ TAKT_DATA: data });
const config = parseConfig("{}", "defaults");
const { station } = composeStation(folder.root, { config });
const room = openMachineRoom({
  stationId: config.stationId,
  pkiDir: join(folder.root, "pki"),
  secrets: { mesToken: null, machinePasswords: new Map() },
  machines: [] satisfies MachineMapping[],
  signalFolder: folder.root,
  keepUnsent: false,
  config,
  folder,
  station,
  log: await openLog(folder.log, "error"),
});
const die = (): never => {
  process.kill(process.pid, "SIGKILL");
  throw new Error("A killed process goes on");
};
station.attachMachineRoom({
  ask: room.ask,
  endpointFor: (connection) => room.endpointFor(connection),
  mapping: () => room.mapping(),
  versionOf: (one) => room.versionOf(one),
  hasPassword: (machineId) => room.hasPassword(machineId),
  certificates: () => room.certificates(),
  judge: (sha256, verdict) => room.judge(sha256, verdict),
  restart: () => room.restart(),
  dropStaged: die,
  stage(staged, passwords) {
    const put = room.stage(staged, passwords);
    return moment === "before-booking" ? die() : put;
  },
  takeStaged: die,
});
station.scans.scan("BG1003", "scanner");
await station.services.commissioning.saveMapping({
  intentId: "0191b1a0-0000-7000-8000-000000000400",
  text,
  basedOn: room.mapping().version,
  passwords: { m1: "secret" },
});
