import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type NetworkLink, openNetworkLink } from "../../../simulator/network-link.ts";
import type { OpcuaServerOptions, WriteOptions } from "../../../simulator/opcua/opcua-server-options.ts";
import type { AlarmState } from "../../../simulator/opcua/served-alarms.ts";
import type { MachineAnswer, MachineOrder, StandardEvent } from "./scripted-machine-process.ts";

export const NAMESPACE = "urn:test:machine";
export const COUNTER = "Machine.PartCount";
export const LOAD = "Machine.Load";

/** A real OPC UA server in a child process, behind a network that this test can cut. */
export interface ScriptedMachine {
  readonly endpointUrl: string;
  readonly certificateFile: string;
  readonly link: NetworkLink;
  write(id: string, value: number | null, how?: WriteOptions): Promise<void>;
  /** One after the other within one turn of the machine: however slow the computer, no publishing falls between. */
  writeAll(id: string, values: readonly number[]): Promise<void>;
  /** Raises or ends alarms, all at once. */
  tellAlarms(alarms: readonly (AlarmState & { readonly id: string })[]): Promise<void>;
  tellEvent(typeName: StandardEvent, message?: string): Promise<void>;
  count(everyMs: number): Promise<void>;
  /** @returns the last value counted */
  hold(): Promise<number>;
  sessionCount(): Promise<number>;
  /** It goes on answering, and tells those who are connected of no change any more. */
  mute(): Promise<void>;
  /** Power off (SIGKILL) and on again, perhaps with a changed program. */
  restart(changes?: Partial<OpcuaServerOptions>): Promise<void>;
  stop(): Promise<void>;
}

/** Processes whose machine was stopped in good order: a start from nothing is a second of work for a processor. */
const idle: ChildProcess[] = [];

export async function startScriptedMachine(
  pkiDir: string,
  changes: Partial<OpcuaServerOptions> = {},
): Promise<ScriptedMachine> {
  // What a small controller cannot do holds for its whole process.
  const isOrdinary = changes.limits === undefined;
  let child = (isOrdinary && idle.pop()) || spawn();
  let current: MachineAnswer | undefined;
  const link = await openNetworkLink(0, () => current?.port ?? 0);
  const options: OpcuaServerOptions = {
    port: 0,
    advertisedPort: link.port,
    pkiDir,
    applicationUri: "urn:test:machine:server",
    namespaceUri: NAMESPACE,
    nodes: [
      { id: COUNTER, dataType: "UInt32" },
      { id: LOAD, dataType: "Double" },
    ],
    ...changes,
  };
  const start = async (more: Partial<OpcuaServerOptions>) => {
    current = await ask(child, { kind: "start", options: { ...options, ...more } });
    return current;
  };
  const { certificateFile } = await start({});
  return {
    endpointUrl: `opc.tcp://127.0.0.1:${link.port}`,
    certificateFile,
    link,
    write: async (id, value, how = {}) =>
      void (await ask(child, { kind: "write", id, values: [value], how })),
    writeAll: async (id, values) => void (await ask(child, { kind: "write", id, values, how: {} })),
    tellAlarms: async (alarms) => void (await ask(child, { kind: "alarms", alarms })),
    tellEvent: async (typeName, message = "") =>
      void (await ask(child, { kind: "event", typeName, message })),
    count: async (everyMs) => void (await ask(child, { kind: "count", id: COUNTER, everyMs })),
    hold: async () => (await ask(child, { kind: "hold" })).number,
    sessionCount: async () => (await ask(child, { kind: "sessions" })).number,
    mute: async () => void (await ask(child, { kind: "mute" })),
    restart: async (more = {}) => {
      await kill(child);
      child = spawn();
      await start(more);
    },
    stop: async () => {
      if (!isOrdinary || isGone(child)) await kill(child);
      else {
        await ask(child, { kind: "stop" });
        idle.push(child);
      }
      await link.close();
    },
  };
}

function spawn(): ChildProcess {
  const file = fileURLToPath(new URL("./scripted-machine-process.ts", import.meta.url));
  return fork(file, [], {
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

function ask(child: ChildProcess, order: MachineOrder): Promise<MachineAnswer> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error(`The scripted machine ended at "${order.kind}"`));
    child.once("exit", ended);
    child.once("message", (answer) => {
      child.off("exit", ended);
      resolve(answer as MachineAnswer);
    });
    child.send(order);
  });
}

function isGone({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function kill(child: ChildProcess): Promise<void> {
  if (isGone(child)) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}
