import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { SsccRange } from "../../shared/domain/packing/sscc-range.ts";
import { asWritten } from "./as-written.ts";
import { valveLots, valveOrders } from "./valve-orders.ts";

const serialDevice = z.strictObject({ path: z.string(), baudRate: z.int() });
const plantSchema = z.looseObject({ serial: z.looseObject({ benchScanner: serialDevice }) });
const answerSchema = z.looseObject({ token: z.string() });

/** The second station of the trial plant: a bench without a machine, where what the lathe made is assembled. */
const BENCH = { stationId: "WS-15", machineName: "Assembly bench", workUnit: "ASSY-1" } as const;

/** What is assembled is packed there: the million after the lathe's, which the seed of the MES gives. */
const BENCH_UNITS: SsccRange = {
  ssccRangeId: BENCH.stationId,
  stationId: BENCH.stationId,
  extensionDigit: 3,
  companyPrefix: "4012345",
  fromSerial: 15_000_000,
  toSerial: 15_999_999,
};

/** Where the bench keeps its data: a computer of its own would have a folder of its own. */
export function benchFolder(dataFolder: string): string {
  return path.join(dataFolder, "bench");
}

/**
 * Enrols the bench at the MES and plans a product that goes through both stations, once, and writes the bench's
 * station.json. What a person added to the file stays.
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
    const plan = await planner(url, dataFolder);
    const { token } = answerSchema.parse(await plan("stations", BENCH));
    await plan("master-data/lot", { items: valveLots });
    await plan("master-data/sscc-range", { items: [BENCH_UNITS] });
    await plan("orders", { jobOrders: valveOrders(new Date()) });
    await writeFile(tokenFile, token, { mode: 0o600 }); // last: a start that dies before it does all of it again
  }
  const file = path.join(station, "station.json");
  const before = asWritten(file, z.looseObject({})) ?? {};
  const config = { ...BENCH, ...before, mes: { url, tokenFile }, scanner: plant.serial.benchScanner };
  await writeFile(file, `${JSON.stringify(config, undefined, 2)}\n`, { mode: 0o600 });
}

type Plan = (what: string, body: object) => Promise<unknown>;

/** Speaks to the MES with the rights of its planner. */
async function planner(url: string, dataFolder: string): Promise<Plan> {
  const token = (await readFile(path.join(dataFolder, "secrets", "planner-token"), "utf8")).trim();
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  return async (what, body) => {
    const request = { method: "POST", headers, body: JSON.stringify(body) };
    const response = await fetch(`${url}/api/v1/${what}`, request);
    if (response.ok) return response.json();
    throw new Error(
      `The MES did not take ${what} for the bench: ${response.status} ${await response.text()}`,
    );
  };
}

async function readJson(file: string): Promise<object> {
  return z.looseObject({}).parse(JSON.parse(await readFile(file, "utf8")));
}
