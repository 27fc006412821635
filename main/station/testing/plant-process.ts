import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type MachineMapping, mappingFileSchema } from "../../../shared/domain/machines/mapping.ts";
import { sendCommand } from "../../simulator/cli/send-command.ts";
import { parsePlantCommand } from "../../simulator/plant-command.ts";
import { plantFolder } from "../../simulator/plant-folder.ts";
import type { ToldEntry } from "../../simulator/told-book.ts";
import { until } from "./until.ts";

/** What a machine has really made, and what its server has really told. */
export interface MachineTruth {
  readonly machine: string;
  readonly machineId: string;
  readonly made: { readonly total: number; readonly scrap: number };
  readonly signals: Readonly<Record<string, { readonly writes: number; readonly value: unknown }>>;
}

/** The plant in a box as its own process, commanded by the words of its command line. */
export interface PlantProcess {
  readonly machines: readonly MachineMapping[];
  /** In the order of `machines`. */
  readonly certificateFiles: readonly string[];
  /** @returns what the simulator answers @throws when it refuses */
  command(words: string): Promise<string>;
  truth(): Promise<readonly MachineTruth[]>;
  stop(): Promise<void>;
  /** Every value of these signals that its servers have told, in their order; once it has stopped. */
  told(signalIds: ReadonlySet<string>): Promise<readonly ToldEntry[]>;
}

export async function startPlantProcess(dataFolder: string, seed: number): Promise<PlantProcess> {
  const file = fileURLToPath(new URL("../../simulator/index.ts", import.meta.url));
  const toldFile = join(dataFolder, "told.jsonl");
  await mkdir(dataFolder, { recursive: true });
  const env = {
    ...process.env,
    TAKT_PLANT_TOLD: toldFile,
    TAKT_DATA: dataFolder,
    TAKT_OPCUA_PORT: "0",
    TAKT_PLANT_SEED: String(seed),
  };
  const child = spawn(process.execPath, [file], { env, stdio: ["ignore", "pipe", "inherit"] });
  const folder = plantFolder(env);
  await once(child.stdout, "data"); // the line that says it is ready
  const command = async (words: string): Promise<string> => {
    const parsed = parsePlantCommand(words.split(" "));
    const sent = parsed.ok ? await sendCommand(parsed.value, folder.controlFile) : parsed;
    if (!sent.ok) throw new Error(`The plant refuses "${words}": ${sent.refusal}`);
    return sent.value;
  };
  const { machines } = mappingFileSchema.parse(JSON.parse(await readFile(folder.mappingFile, "utf8")));
  const plant = JSON.parse(await readFile(folder.plantFile, "utf8")) as {
    machines: readonly { certificateFile: string }[];
  };
  // The lathe answers first; the others are turned on one after the other.
  await until(async () => !(await command("status")).includes(" is off"));
  return {
    machines,
    certificateFiles: plant.machines.map(({ certificateFile }) => certificateFile),
    command,
    truth: async () =>
      (await command("all truth")).split("\n").map((line) => JSON.parse(line) as MachineTruth),
    stop: () => endOf(child),
    told: (signalIds) => toldIn(toldFile, signalIds),
  };
}

/** Line by line: of days of a plant this is more than one text can hold. */
async function toldIn(file: string, signalIds: ReadonlySet<string>): Promise<readonly ToldEntry[]> {
  const entries: ToldEntry[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const entry = JSON.parse(line) as ToldEntry;
    if (signalIds.has(entry.signalId)) entries.push(entry);
  }
  return entries;
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}
