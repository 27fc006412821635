import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { MesReady } from "./mes-process.ts";

export const STATION_ID = "WS-BENCH";

export interface BenchMes {
  readonly url: string;
  readonly token: string;
  /** Stops the whole process: for the station it is out of reach. */
  pause(): void;
  goOn(): void;
  received(): Promise<number>;
  stop(): Promise<void>;
}

export async function startBenchMes(): Promise<BenchMes> {
  const child = fork(path.join(import.meta.dirname, "mes-process.ts"), [STATION_ID], { execArgv: [] });
  const [{ port, token }] = (await once(child, "message")) as [MesReady];
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    pause: () => void child.kill("SIGSTOP"),
    goOn: () => void child.kill("SIGCONT"),
    async received() {
      const answer = once(child, "message");
      child.send("received");
      const [{ received }] = (await answer) as [{ received: number }];
      return received;
    },
    async stop() {
      if (!child.connected) return;
      const ended = once(child, "exit");
      child.kill("SIGCONT");
      child.disconnect();
      await ended;
    },
  };
}
