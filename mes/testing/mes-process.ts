import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";

/** mes/server.ts as a process of its own, started the way an operator starts it. */
export interface MesProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>;
  kill(): Promise<void>;
}

const SERVER = join(import.meta.dirname, "../server.ts");

/** Nothing of the surroundings reaches the MES, except where to find code that is compiled already. */
function launch(environment: Readonly<Record<string, string>>): ChildProcess {
  const { PATH = "", NODE_COMPILE_CACHE = "" } = process.env;
  return spawn(process.execPath, [SERVER], {
    env: { PATH, NODE_COMPILE_CACHE, TAKT_MES_PORT: "0", TAKT_LOG_LEVEL: "warn", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Starts the MES and waits for its ready line. @throws with what it said when it ends instead */
export async function startMesProcess(environment: Readonly<Record<string, string>>): Promise<MesProcess> {
  const child = launch(environment);
  if (child.stdout === null || child.stderr === null) throw new Error("pipes expected");
  const errors = text(child.stderr);
  const exited = once(child, "exit");
  const ready = once(createInterface(child.stdout), "line");
  const first = await Promise.race([ready, exited.then(async () => Promise.reject(new Error(await errors)))]);
  const { url } = JSON.parse(String(first[0])) as { url: string };
  return {
    url,
    child,
    stop: async () => {
      child.kill("SIGTERM");
      await exited;
      return child.exitCode;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

/** Starts a MES that is expected to refuse. @returns its exit code and what it said */
export async function refusedStart(
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = launch(environment);
  if (child.stderr === null) throw new Error("pipes expected");
  const [said] = await Promise.all([text(child.stderr), once(child, "exit")]);
  return { code: child.exitCode, said };
}
