import { randomUUID } from "node:crypto";
import { join } from "node:path";
import pino from "pino";
import { v7 as uuidv7 } from "uuid";
import type { CommandAnswer } from "../../../shared/screen/commands.ts";
import { type ComposeOptions, compose, type Station } from "../compose.ts";
import { mappingOfConfig } from "../config/mapping-of-config.ts";
import { parseConfig } from "../config/read-config.ts";
import { exchangeFolder } from "../life/exchange-folder.ts";
import { labelOutput } from "../life/label-output.ts";
import { type OpenStore, openStore } from "../store/open-store.ts";
import { demoDirectives } from "./demo-master-data.ts";
import { processClock } from "./process-clock.ts";

/** A whole station without its process: real store, real desks, no sockets and no devices. */
export interface ComposedStation {
  readonly station: Station;
  readonly open: OpenStore;
  /** Ends in order. */
  close(): void;
  /** Ends as a kill would, as far as that is possible inside of one process: nothing outstanding is written. */
  abandon(): void;
}

export function composeStation(folder: string, overrides: Partial<ComposeOptions> = {}): ComposedStation {
  const open = openStore(folder);
  const config = overrides.config ?? parseConfig("{}", "defaults");
  const station = compose({
    config,
    machines: [mappingOfConfig(config)],
    open,
    log: pino({ level: "silent" }),
    clock: processClock,
    newId: uuidv7,
    newEpoch: randomUUID,
    nowMs: () => performance.now(),
    version: "0.0.0",
    exchange: exchangeFolder(null, join(folder, "exchange")),
    labels: labelOutput({
      folder: join(folder, "labels"),
      size: config.labelSizeMm,
      printer: config.labelPrinter,
    }),
    distrust: (error) => {
      throw error;
    },
    ...overrides,
  });
  return {
    station,
    open,
    close() {
      station.close();
      open.close();
    },
    abandon: () => open.close(),
  };
}

/** With the sample plant, a person signed in by badge and order 4731 (counted by hand) running. */
export function composeAtWork(folder: string, overrides: Partial<ComposeOptions> = {}): ComposedStation {
  const composed = composeStation(folder, overrides);
  composed.open.store.applyDirectives(demoDirectives(), "2026-11-23T05:00:00.000Z");
  composed.station.masterDataChanged();
  composed.station.scans.scan("BG1001", "scanner");
  composed.station.scans.scan("WO4731", "scanner");
  return composed;
}

export function bookGood({ station }: ComposedStation, quantity = 1, intentId = uuidv7()): CommandAnswer {
  return station.services.commands.execute("orders.reportGood", { intentId, quantity, source: "pad" });
}
