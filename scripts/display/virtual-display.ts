import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { startReaper } from "../processes/reaper.ts";

const SCREEN = "1920x1080x24";

export interface VirtualDisplay {
  /** What DISPLAY must be set to, such as `:1`. */
  readonly display: string;
  stop(): Promise<void>;
}

/**
 * Starts an X server that draws into memory, and that ends with this process, however it ends. It picks a free display number itself and tells it through a pipe, so two
 * starts at the same moment cannot collide, which `xvfb-run` cannot promise.
 */
export async function startVirtualDisplay(): Promise<VirtualDisplay> {
  const xvfb = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    detached: true, // Ctrl-C reaches the whole group; the display must outlive the windows drawn on it.
  });
  const reaper = startReaper();
  if (xvfb.pid !== undefined) reaper.watch(xvfb.pid);
  const number = await displayNumber(xvfb);
  return {
    display: `:${number}`,
    stop: async () => {
      await stop(xvfb);
      reaper.farewell();
    },
  };
}

async function displayNumber(xvfb: ChildProcess): Promise<string> {
  const died = new Promise<never>((_resolve, reject) => {
    xvfb.once("error", (cause) => reject(new Error("Xvfb is missing: npm run setup", { cause })));
    xvfb.once("exit", (code) => reject(new Error(`Xvfb ended with ${code} before it was ready`)));
  });
  const pipe = xvfb.stdio[3] as Readable;
  const [chunk] = (await Promise.race([once(pipe, "data"), died])) as [Buffer];
  return chunk.toString().trim();
}

async function stop(xvfb: ChildProcess): Promise<void> {
  if (xvfb.exitCode !== null || xvfb.signalCode !== null) return;
  xvfb.kill("SIGTERM");
  await once(xvfb, "exit");
}
