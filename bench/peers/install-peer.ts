import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

export interface PeerPackages {
  /** Name of the folder in the cache; changes with the versions. */
  readonly folder: string;
  /** name@version, exact. */
  readonly packages: readonly string[];
}

export type Installed =
  | { readonly ok: true; readonly folder: string }
  | { readonly ok: false; readonly why: string };

const INSTALL_WITHIN_MS = 900_000;

/** Installs a peer with npm into the user's cache folder, never into the repository; once. */
export function installPeer({ folder: name, packages }: PeerPackages): Installed {
  const cache = process.env.XDG_CACHE_HOME ?? path.join(homedir(), ".cache");
  const folder = path.join(cache, "takt-bench", name);
  const mark = path.join(folder, ".complete");
  if (existsSync(mark)) return { ok: true, folder };
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, "package.json"),
    '{ "name": "peer", "version": "1.0.0", "private": true }\n',
  );
  console.error(`Installing ${packages.join(", ")} into ${folder}; this takes minutes`);
  const { status, stderr } = spawnSync("npm", ["install", "--no-audit", "--no-fund", ...packages], {
    cwd: folder,
    env: { ...process.env, ...headersOfThisNode() },
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    timeout: INSTALL_WITHIN_MS,
  });
  if (status !== 0) return { ok: false, why: reasonIn(stderr ?? "npm could not be started") };
  writeFileSync(mark, `${packages.join("\n")}\n`);
  return { ok: true, folder };
}

/** Native parts are compiled against headers that lie beside this Node, where they do; else npm fetches them. */
function headersOfThisNode(): Record<string, string> {
  const folder = path.dirname(path.dirname(process.execPath));
  return existsSync(path.join(folder, "include", "node")) ? { npm_config_nodedir: folder } : {};
}

function reasonIn(stderr: string): string {
  const lines = stderr.split("\n").filter((line) => line.startsWith("npm error"));
  return (lines[0] ?? stderr.trim().slice(-200)).replace("npm error ", "");
}
