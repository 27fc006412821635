import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const serialDevice = z.strictObject({ path: z.string(), baudRate: z.int() });
const plantSchema = z.looseObject({ serial: z.looseObject({ benchScanner: serialDevice }) });
const answerSchema = z.looseObject({ token: z.string() });

/** The second station of the trial plant: a bench without a machine, where what the lathe made is assembled. */
const BENCH = { stationId: "WS-15", machineName: "Assembly bench", workUnit: "ASSY-1" } as const;

/** Where the bench keeps its data: a computer of its own would have a folder of its own. */
export function benchFolder(dataFolder: string): string {
  return path.join(dataFolder, "bench");
}

/**
 * Enrols the bench at the MES, once, and writes its station.json. What a person added to the file stays.
 *
 * @throws Error when the MES refuses it or the simulator left no plant.json
 */
export async function equipBench({ dataFolder, mesPort }: { dataFolder: string; mesPort: number }) {
  const plant = plantSchema.parse(await readJson(path.join(dataFolder, "plant", "plant.json")));
  const folder = benchFolder(dataFolder);
  const station = path.join(folder, "station");
  const tokenFile = path.join(folder, "secrets", "station-token");
  for (const each of [path.join(folder, "logs"), station, path.dirname(tokenFile)]) {
    await mkdir(each, { recursive: true, mode: 0o700 });
  }
  const url = `http://127.0.0.1:${mesPort}`;
  if ((await readFile(tokenFile, "utf8").catch(() => "")) === "") {
    await writeFile(tokenFile, await enrol(url, dataFolder), { mode: 0o600 });
  }
  const file = path.join(station, "station.json");
  const before = await readJson(file).catch(() => ({})); // the first start: there is none
  const config = { ...BENCH, ...before, mes: { url, tokenFile }, scanner: plant.serial.benchScanner };
  await writeFile(file, `${JSON.stringify(config, undefined, 2)}\n`, { mode: 0o600 });
}

async function enrol(url: string, dataFolder: string): Promise<string> {
  const planner = (await readFile(path.join(dataFolder, "secrets", "planner-token"), "utf8")).trim();
  const response = await fetch(`${url}/api/v1/stations`, {
    method: "POST",
    headers: { authorization: `Bearer ${planner}`, "content-type": "application/json" },
    body: JSON.stringify(BENCH),
  });
  if (!response.ok) throw new Error(`The MES did not enrol the bench: ${response.status}`);
  return answerSchema.parse(await response.json()).token;
}

async function readJson(file: string): Promise<object> {
  return z.looseObject({}).parse(JSON.parse(await readFile(file, "utf8")));
}
