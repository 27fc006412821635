import { execFileSync, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

/** A disk of its own for one test, small enough to be filled. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes every byte that is left. */
  fill(): void;
  /** Gives back what `fill` took. */
  free(): void;
}

/** @returns undefined when this machine allows no mount, neither as root nor in a namespace of one's own */
export async function smallDisk(megabytes: number): Promise<SmallDisk | undefined> {
  const folder = process.getuid?.() === 0 ? mountAsRoot(megabytes) : await mountInNamespace(megabytes);
  if (folder === undefined) return undefined;
  const ballast = join(folder, "ballast");
  return { folder, fill: () => writeUntilFull(ballast), free: () => rmSync(ballast, { force: true }) };
}

function mountAsRoot(megabytes: number): string | undefined {
  const folder = temporaryFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    // A container without the right to mount: the caller says that the test was not run.
    return undefined;
  }
  onTestFinished(() => void execFileSync("umount", ["--lazy", folder]));
  return folder;
}

/** A process holds the mount in its own namespace; its files are reached through /proc. */
async function mountInNamespace(megabytes: number): Promise<string | undefined> {
  const folder = temporaryFolder();
  const script = `mount -t tmpfs -o size=${megabytes}m tmpfs "${folder}" && echo mounted && exec sleep 3600`;
  const holder = spawn("unshare", ["-rm", "sh", "-c", script], { stdio: ["ignore", "pipe", "ignore"] });
  onTestFinished(() => void holder.kill("SIGKILL"));
  const isMounted = await new Promise<boolean>((resolve) => {
    holder.stdout.once("data", () => resolve(true));
    holder.once("close", () => resolve(false));
    holder.once("error", () => resolve(false));
  });
  return isMounted ? join(`/proc/${holder.pid}/root`, folder) : undefined;
}

function writeUntilFull(path: string): void {
  mkdirSync(join(path, ".."), { recursive: true });
  const file = openSync(path, "a");
  try {
    // Smaller and smaller pieces, until not even one byte fits.
    for (const bytes of [1 << 20, 1 << 12, 1]) {
      while (writes(file, Buffer.alloc(bytes)));
    }
  } finally {
    closeSync(file);
  }
}

function writes(file: number, bytes: Buffer): boolean {
  try {
    return writeSync(file, bytes) > 0;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOSPC") return false;
    throw error;
  }
}
