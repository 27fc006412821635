/**
 * npm start: a plant in a box. Machines (simulator), MES, station and its window run together and end together.
 * TAKT_DATA (folder of all data), TAKT_MES_PORT, TAKT_HEADLESS=1 (no window) and TAKT_STATIONS=2 are honoured.
 */
import path from "node:path";
import { buildStaleParts } from "./build/build-stale-parts.ts";
import { startVirtualDisplay } from "./display/virtual-display.ts";
import { whenAskedToEnd } from "./processes/when-asked-to-end.ts";
import { equipBench } from "./start/equip-bench.ts";
import { equipStation } from "./start/equip-station.ts";
import { plantParts } from "./start/plant-parts.ts";
import { type PlantSettings, readPlantSettings } from "./start/plant-settings.ts";
import { farewell, welcome } from "./start/plant-words.ts";
import { prepareData, refuseSecondPlant, refuseTakenPort } from "./start/prepare-data.ts";
import { runPlant } from "./start/run-plant.ts";

const READY_LIMIT_MS = 60_000;
const GRACE_MS = 8_000;

const root = path.dirname(import.meta.dirname);

try {
  process.exitCode = await start(readPlantSettings(process.env, root));
} catch (failure) {
  console.error(`start: ${failure instanceof Error ? failure.message : String(failure)}`);
  process.exitCode = 1;
}

async function start(settings: PlantSettings): Promise<number> {
  const asked = whenAskedToEnd();
  await refuseSecondPlant(settings.dataFolder);
  await refuseTakenPort(settings.mesPort);
  await prepareData(settings.dataFolder);
  await buildStaleParts(root, settings.isHeadless ? ["overview"] : []);
  const needsDisplay = !settings.isHeadless && !process.env.DISPLAY;
  const display = needsDisplay ? await startVirtualDisplay() : undefined;
  if (display) {
    console.log(
      `No screen here (DISPLAY is not set): the window is drawn on the virtual display ${display.display}.`,
    );
  }
  try {
    const end = await runPlant({
      stages: plantParts({
        root,
        environment: display ? { ...process.env, DISPLAY: display.display } : process.env,
        settings,
      }),
      asked,
      readyLimitMs: READY_LIMIT_MS,
      graceMs: GRACE_MS,
      beforeLastStage: () => equip(settings),
      onReady: (lines) => console.log(welcome(settings, lines)),
    });
    console.log(farewell(end, settings));
    return end.kind === "asked" || end.kind === "closed" ? 0 : 1;
  } finally {
    await display?.stop();
  }
}

async function equip(settings: PlantSettings): Promise<void> {
  await equipStation(settings);
  if (settings.stations === 2) await equipBench(settings);
}
