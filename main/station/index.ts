import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { v7 as uuidv7 } from "uuid";
import { compose } from "./compose.ts";
import { dataFolder } from "./config/data-folder.ts";
import { readConfig } from "./config/read-config.ts";
import { stopWith } from "./life/announce.ts";
import { exchangeFolder } from "./life/exchange-folder.ts";
import { exitCodes } from "./life/exit-codes.ts";
import { labelOutput } from "./life/label-output.ts";
import { openMachineRoom } from "./life/machine-room.ts";
import { openData } from "./life/open-data.ts";
import { startRefusal } from "./life/refuse-start.ts";
import { serve } from "./life/serve.ts";
import { startSerialDevices } from "./life/start-devices.ts";
import { startLater } from "./life/start-later.ts";
import { startSyncOf } from "./life/start-sync-of.ts";
import { openLog } from "./life/station-log.ts";
import { systemClock } from "./record/system-clock.ts";
import { TAKT_VERSION } from "./version.ts";

/**
 * The station's start, in order. Each step may rely on the ones above it; the data is safe to write before anyone is let
 * in, and what a person does not wait for (the machine, sync) comes after the first picture.
 */
async function start(): Promise<void> {
  const folder = dataFolder(process.env);
  const config = readConfig(folder.config);
  const { open, machines, secrets, settled } = openData(folder, config);
  const log = await openLog(folder.log, config.logLevel);
  process.on("uncaughtException", (error) => crash(error));
  process.on("unhandledRejection", (error) => crash(error));

  if (settled !== "none") log.warn({ settled }, "The station died while a mapping was saved");
  const lastEntry = open.store.epochs().at(-1);
  const lastSeen = lastEntry && open.store.atUtcOf(lastEntry.epoch, lastEntry.seq);
  const clock = systemClock(lastSeen);
  const station = compose({
    config,
    machines: machines.shown,
    open,
    log,
    clock,
    newId: uuidv7,
    newEpoch: randomUUID,
    nowMs: () => performance.now(),
    version: TAKT_VERSION,
    exchange: exchangeFolder(config.exchangeFolder, folder.exchange),
    labels: labelOutput({ folder: folder.labels, size: config.labelSizeMm, printer: config.labelPrinter }),
    distrust(error) {
      log.fatal({ err: error }, "The disk failed under a booking; the data is verified at the next start");
      // The open answer still goes out; nothing is written any more.
      setTimeout(() => process.exit(exitCodes.distrusted), 50);
    },
  });

  const served = await serve({ station, endpointFile: folder.endpoint, surprise: crash });
  log.info({ url: served.url, endedBadly: open.endedBadly, version: TAKT_VERSION }, "Station is ready");

  const parts = { config, secrets, station, store: open.store, clock, log };
  const toMachines = {
    stationId: config.stationId,
    pkiDir: folder.pki,
    secrets,
    machines: machines.connected,
    signalFolder: folder.root,
    keepUnsent: config.mes !== null,
  };
  const machineRoom = openMachineRoom({ ...toMachines, config, folder, station, log });
  station.attachMachineRoom(machineRoom);
  const serial = startSerialDevices(parts);
  const later = startLater(served.firstScreen, () => [
    machineRoom.start(),
    startSyncOf({ ...parts, machineRoom, signalFolder: folder.root }),
  ]);
  const clockTick = setInterval(station.tick, 1000);

  stopWith(async () => {
    clearInterval(clockTick);
    await Promise.all([serial.then((devices) => devices.stop()), later.stop(), served.close()]);
    station.close();
    open.close();
    log.info({}, "Station has stopped");
  });

  function crash(error: unknown): never {
    log.fatal({ err: error }, "Uncaught: the station ends and is started again");
    process.stderr.write(`${inspect(error)}\n`);
    process.exit(exitCodes.crashed);
  }
}

try {
  await start();
} catch (error) {
  const refusal = startRefusal(error);
  process.stderr.write(`${refusal === undefined ? inspect(error) : JSON.stringify(refusal)}\n`);
  process.exit(refusal === undefined ? exitCodes.crashed : exitCodes.refused);
}
