import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { sendCommand } from "../../main/simulator/cli/send-command.ts";
import { type PlantFolder, plantFolder } from "../../main/simulator/plant-folder.ts";

const ROOT = path.dirname(path.dirname(import.meta.dirname));
const truthSchema = z.looseObject({ flood: z.looseObject({ sequence: z.number(), writes: z.number() }) });

/** A machine in a process of its own whose variables all change at once, each telling how often it has. */
export interface FloodingMachine {
  readonly endpointUrl: string;
  readonly certificateFile: string;
  readonly namespaceUri: string;
  flood(variables: number, everyMs: number): Promise<void>;
  stopFlood(): Promise<void>;
  /** How often each variable has changed. */
  sequence(): Promise<number>;
  close(): Promise<void>;
}

export function nodeOfVariable(namespaceUri: string, index: number): string {
  return `nsu=${namespaceUri};s=Flood.${String(index + 1).padStart(5, "0")}`;
}

export async function startFloodingMachine(): Promise<FloodingMachine> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), "takt-bench-machine-"));
  const env = { ...process.env, TAKT_DATA: dataFolder, TAKT_OPCUA_PORT: "0", TAKT_PLANT_MACHINES: "lathe" };
  const simulator = spawn(process.execPath, [path.join(ROOT, "main", "simulator", "index.ts")], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  await readyLine(simulator);
  const folder = plantFolder(env);
  const { opcua } = z
    .looseObject({
      opcua: z.looseObject({
        endpointUrl: z.string(),
        certificateFile: z.string(),
        namespaceUri: z.string(),
      }),
    })
    .parse(
      await import(folder.plantFile, { with: { type: "json" } }).then(
        (file: { default: unknown }) => file.default,
      ),
    );
  return {
    ...opcua,
    flood: (variables, everyMs) => tell(folder, { verb: "flood", variables, everyMs }).then(() => undefined),
    stopFlood: () => tell(folder, { verb: "flood", variables: 0, everyMs: 1 }).then(() => undefined),
    async sequence() {
      return truthSchema.parse(JSON.parse(await tell(folder, { verb: "truth" }))).flood.sequence;
    },
    async close() {
      simulator.kill("SIGTERM");
      await once(simulator, "exit");
      rmSync(dataFolder, { recursive: true });
    },
  };
}

type OrderToLathe = Extract<Parameters<typeof sendCommand>[0], { verb: "at" }>["command"];

async function tell({ controlFile }: PlantFolder, command: OrderToLathe): Promise<string> {
  const answer = await sendCommand({ verb: "at", machine: "lathe", command }, controlFile);
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value;
}

async function readyLine(simulator: ChildProcess): Promise<void> {
  if (simulator.stdout === null) throw new Error("The simulator has no output");
  await once(createInterface({ input: simulator.stdout }), "line");
}
