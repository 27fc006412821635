import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface ElectronInPlace {
  /** Folder of the unpacked Electron; nothing is downloaded. */
  readonly electronDist: string;
  readonly electronVersion: string;
}

/**
 * Lets electron-builder put release/linux-unpacked together. It is talkative; what it says is shown only when it fails.
 * @throws Error with the end of what it said
 */
export async function runBuilder(root: string, electron: ElectronInPlace): Promise<void> {
  await rm(path.join(root, "release"), { recursive: true, force: true });
  const cli = path.join(root, "node_modules", "electron-builder", "cli.js");
  const args = ["--linux", "dir", "--publish", "never", "--config", "electron-builder.yml"];
  const options = Object.entries(electron).map(([name, value]) => `-c.${name}=${value}`);
  await run(process.execPath, [cli, ...args, ...options], { cwd: root, maxBuffer: 64 * 1024 * 1024 }).catch(
    ({ stdout, stderr }: { stdout: string; stderr: string }) => {
      throw new Error(`electron-builder failed:\n${`${stdout}\n${stderr}`.slice(-4_000)}`);
    },
  );
  // It could be told to run another app in our name.
  await rm(path.join(root, "release", "linux-unpacked", "resources", "default_app.asar"), { force: true });
}
