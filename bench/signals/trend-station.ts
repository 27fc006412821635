import { writeFileSync } from "node:fs";
import path from "node:path";
import { mappingFileSchema } from "../../shared/domain/machines/mapping.ts";
import { prepareStation, type StationData } from "../orders/station-data.ts";
import { simulatedDay } from "./recordings.ts";
import { fillStore } from "./store-load.ts";

const DAY_SECONDS = 86_400;
const SIGNALS = 8;
/** A person who is signed in and an order that runs: what a window needs to show all its keys. */
const EVENTS = 5;

/**
 * A station whose machine measures eight things, each stored once a second over the 24 hours until now. Nothing answers at
 * the machine's address: what is measured is looking back.
 */
export function prepareTrendStation(): StationData {
  const data = prepareStation(EVENTS);
  const folder = path.join(data.dataFolder, "station");
  writeFileSync(path.join(folder, "mapping.json"), JSON.stringify(mapping));
  const values = simulatedDay()[0]?.signals ?? [];
  fillStore(folder, {
    signals: SIGNALS,
    perSecond: 1,
    seconds: DAY_SECONDS,
    startUs: (Math.floor(Date.now() / 1_000) - DAY_SECONDS) * 1e6,
    valueAt: (signal, sample) => values[signal]?.value[sample] ?? 0,
  });
  return data;
}

/** Names as `fillStore` gives them. */
const mapping = mappingFileSchema.parse({
  format: "takt-mapping",
  version: 1,
  machines: [
    {
      machineId: "M0",
      name: "Lathe",
      workUnit: "CNC-2",
      endpointUrl: "opc.tcp://127.0.0.1:1",
      signals: Array.from({ length: SIGNALS }, (_, index) => ({
        signalId: `s${index}`,
        node: `nsu=urn:bench;s=${index}`,
        meaning: "measure",
        name: `Value ${index + 1}`,
        unit: "Cel",
      })),
    },
  ],
});
