import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { CountingOrder } from "./counting-client.ts";
import type { FloodingMachine } from "./flooding-machine.ts";
import { type Flood, type SteadyRun, steadyRun } from "./steady-run.ts";

const PUBLISHING_MS = 100;
const PROGRAM = path.join(import.meta.dirname, "counting-client.ts");

/** The least that listening and storing can cost with the same libraries. */
export async function floorRun(
  machine: FloodingMachine,
  { queueSize, ...flood }: Flood & { readonly queueSize: number },
): Promise<SteadyRun> {
  const folder = mkdtempSync(path.join(tmpdir(), "takt-bench-floor-"));
  const order: CountingOrder = {
    endpointUrl: machine.endpointUrl,
    namespaceUri: machine.namespaceUri,
    variables: machine.variables,
    publishingMs: PUBLISHING_MS,
    queueSize,
    databaseFile: path.join(folder, "floor.db"),
  };
  const client = fork(PROGRAM, [JSON.stringify(order)], { execArgv: [] });
  try {
    await once(client, "message");
    return { ...(await steadyRun(machine, client.pid ?? 0, flood)), lost: 0 };
  } finally {
    client.kill("SIGKILL");
    await machine.stopFlood();
    rmSync(folder, { recursive: true });
  }
}
