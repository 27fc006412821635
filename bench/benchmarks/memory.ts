import { readFile } from "node:fs/promises";
import path from "node:path";
import { startPlant } from "../../e2e/plant.ts";
import { type ProcessMemory, processTree } from "../measure/process-memory.ts";
import type { Metric } from "../measure/report.ts";
import { withDisplay } from "../measure/with-display.ts";

/** Time is the subject: memory is read after a while of work, not at a moment that looks settled. */
const SETTLE_MS = 20_000;

/** Memory of the running product after it has worked an order for a while, by process. */
export function measureMemory(): Promise<readonly Metric[]> {
  return withDisplay(async () => {
    const plant = await startPlant({ cycleMs: 200 });
    try {
      const window = await plant.openWindow();
      await window.page.waitForSelector("[data-primary]");
      for (const code of ["BG1001", "WO4711", "LT88213"]) await plant.perform(`scan ${code}`);
      await window.page.waitForTimeout(SETTLE_MS);
      const endpoint = await readFile(path.join(plant.dataFolder, "station", "endpoint.json"), "utf8");
      const station = processTree((JSON.parse(endpoint) as { pid: number }).pid);
      const shell = processTree(window.app.process().pid ?? 0);
      return [
        metric("memory.station", station.filter(isStation), "rssMb", "RSS of the station process"),
        metric(
          "memory.opcua",
          station.filter((one) => !isStation(one)),
          "rssMb",
          "RSS of its OPC UA process",
        ),
        metric("memory.whole", shell, "pssMb", "PSS of window, renderer, station and OPC UA together"),
      ];
    } finally {
      await plant.close();
    }
  });
}

function isStation({ command }: ProcessMemory): boolean {
  return !command.includes("collector");
}

function metric(
  id: string,
  processes: readonly ProcessMemory[],
  by: "rssMb" | "pssMb",
  note: string,
): Metric {
  const value = processes.reduce((sum, one) => sum + one[by], 0);
  return { id, value, unit: "MB", floor: null, ratio: null, target: null, pass: null, note };
}
