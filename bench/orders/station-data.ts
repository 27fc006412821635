import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openStore } from "../../main/station/store/open-store.ts";
import { demoDirectives } from "../../main/station/testing/demo-master-data.ts";
import { benchFolder } from "../measure/bench-folder.ts";
import { writeWorkedJournal } from "./worked-journal.ts";

const ORDER = "4720";

export interface StationData {
  /** TAKT_DATA. */
  readonly dataFolder: string;
  readonly scannerPath: string;
  remove(): void;
}

/** A station of the sample plant without a MES and with a scanner, whose journal has so many events, none of them sent. */
export function prepareStation(events: number): StationData {
  const { path: dataFolder, remove } = benchFolder();
  const folder = path.join(dataFolder, "station");
  mkdirSync(folder);
  const scannerPath = path.join(dataFolder, "scanner");
  writeFileSync(
    path.join(folder, "station.json"),
    JSON.stringify({ scanner: { path: scannerPath, baudRate: 115_200 } }),
  );
  const open = openStore(folder);
  open.store.applyDirectives(plan(), new Date().toISOString());
  open.close();
  writeWorkedJournal(folder, { events, runningOrderId: ORDER });
  return { dataFolder, scannerPath, remove };
}

/** The sample plant; the running order is so large that no number of taps comes to its end. */
function plan(): ReturnType<typeof demoDirectives> {
  return demoDirectives().map((directive) =>
    directive.kind === "job-order" && directive.id === ORDER
      ? { ...directive, body: { ...directive.body, plannedQuantity: 100_000 } }
      : directive,
  );
}
