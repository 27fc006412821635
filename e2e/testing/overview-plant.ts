import { existsSync } from "node:fs";
import path from "node:path";
import { defectLogged, diameterMeasured, machineTurned, orderStarted, partsCounted } from "./happenings.ts";
import { startTrialMes, type TrialMes } from "./trial-mes.ts";
import { type UploadStation, uploadStation } from "./upload-station.ts";

const ROOT = path.dirname(path.dirname(import.meta.dirname));

/** Where the specs leave pictures of the pages. */
export const SHOTS = path.join(ROOT, "e2e", "shots");

export interface OverviewPlant {
  readonly mes: TrialMes;
  readonly station: UploadStation;
  close(): Promise<void>;
}

/** A MES with the trial plant, and its station in contact with order 4711 running: 40 counted, 2 scrapped, 3 measured. */
export async function openOverviewPlant(): Promise<OverviewPlant> {
  if (!existsSync(path.join(ROOT, "dist", "overview", "index.html")))
    throw new Error("The browser pages are not built; run `npm run build` first");
  const mes = await startTrialMes();
  const station = uploadStation(mes);
  await station.connect();
  await station.upload(
    machineTurned("running", "no-data"),
    orderStarted("4711", 600),
    partsCounted("4711", 40, 40),
    defectLogged("4711", "BURR", 2),
    diameterMeasured("4711", 1, 39_988),
    diameterMeasured("4711", 2, 39_990),
    diameterMeasured("4711", 3, 40_006),
  );
  return {
    mes,
    station,
    close: async () => {
      station.disconnect();
      await mes.remove();
    },
  };
}
