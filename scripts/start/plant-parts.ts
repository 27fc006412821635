import { createRequire } from "node:module";
import path from "node:path";
import { benchFolder } from "./equip-bench.ts";
import type { PartSpec } from "./part.ts";
import type { PlantSettings } from "./plant-settings.ts";

interface Surroundings {
  readonly root: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly settings: PlantSettings;
}

/** What a plant in a box consists of: machines and MES first, then the stations, inside their windows unless headless. */
export function plantParts({ root, environment, settings }: Surroundings): PartSpec[][] {
  const common = {
    cwd: root,
    logFolder: path.join(settings.dataFolder, "logs"),
    env: {
      ...environment,
      TAKT_DATA: settings.dataFolder,
      TAKT_MES_PORT: String(settings.mesPort),
      TAKT_SEED: "demo", // an empty MES fills itself with the trial plant's orders and people
      TAKT_MES_TLS_CERT: "", // the station of the trial asks 127.0.0.1 in plain http, whatever a real MES here is told
      TAKT_MES_TLS_KEY: "",
      TAKT_NODE: process.execPath, // the Node the shell runs the station on
    },
  };
  const script = (name: string, file: string): PartSpec => ({
    ...common,
    name,
    command: process.execPath,
    args: [file],
  });
  const station = settings.isHeadless ? script("station", "main/station/index.ts") : windowPart(common);
  return [
    [script("simulator", "main/simulator/index.ts"), script("mes", "mes/server.ts")],
    settings.stations === 1
      ? [station]
      : [withTurn(station, "1/2"), withTurn(atBench(station, settings), "2/2")],
  ];
}

/** Both windows are to be seen at once. */
function withTurn(station: PartSpec, turn: string): PartSpec {
  return { ...station, env: { ...station.env, TAKT_WINDOW_TURN: turn } };
}

/** The same on data of its own, as on another computer. */
function atBench(station: PartSpec, { dataFolder }: PlantSettings): PartSpec {
  return {
    ...station,
    name: `bench-${station.name}`,
    env: { ...station.env, TAKT_DATA: benchFolder(dataFolder) },
  };
}

function windowPart(common: Omit<PartSpec, "name" | "command" | "args">): PartSpec {
  const electron = createRequire(import.meta.url)("electron") as string;
  const isRoot = process.getuid?.() === 0; // Chromium's sandbox refuses to run as root
  return {
    ...common,
    name: "window",
    command: electron,
    args: [...(isRoot ? ["--no-sandbox"] : []), "."],
    mayEndByItself: true,
  };
}
