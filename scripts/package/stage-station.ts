import { cp, mkdir } from "node:fs/promises";
import path from "node:path";
import { bundleStation, SHIPPED_AS_PACKAGES } from "../build/bundle-station.ts";
import { packageClosure } from "./package-closure.ts";

/** Of no use at a machine: sources of native code, types, maps, and binaries for other platforms. */
const LEFT_OUT = [
  /\/better-sqlite3\/(deps|src)(\/|$)/,
  /\/bindings-cpp\/(src|build)(\/|$)/,
  /\.(d\.[cm]?ts|map|md|markdown)$/,
];

export interface Target {
  readonly platform: string;
  readonly architecture: string;
}

/**
 * Lays out in dist/stage what the packaged product carries besides Electron: the station with its native packages, and
 * the Node it runs on.
 */
export async function stageStation(root: string, target: Target): Promise<void> {
  const stage = path.join(root, "dist", "stage");
  const station = path.join(stage, "station");
  // Not by way of dist/station: a station that runs from there loads its chunks when it needs them.
  await bundleStation(root, station);
  await copyPackages(root, station, target);
  await copyNode(root, path.join(stage, "node"), target);
}

async function copyPackages(root: string, station: string, target: Target): Promise<void> {
  const isWanted = (file: string) => !LEFT_OUT.some((it) => it.test(file)) && !isForeignBinary(file, target);
  for (const folder of await packageClosure(root, SHIPPED_AS_PACKAGES)) {
    await cp(path.join(root, folder), path.join(station, folder), {
      recursive: true,
      filter: (source) =>
        isWanted(source) && !source.slice(path.join(root, folder).length).includes("/node_modules"),
    });
  }
}

function isForeignBinary(file: string, { platform, architecture }: Target): boolean {
  const prebuilt = /\/prebuilds\/([^/]+)/.exec(file)?.[1]?.replace(/\.node$/, "");
  return prebuilt !== undefined && prebuilt !== `${platform}-${architecture}`;
}

async function copyNode(root: string, folder: string, { platform, architecture }: Target): Promise<void> {
  const isWindows = platform === "win32";
  const name = isWindows ? "node.exe" : "node";
  const nodePackage = path.join(root, "node_modules", `node-${isWindows ? "win" : platform}-${architecture}`);
  await mkdir(folder, { recursive: true });
  await cp(path.join(nodePackage, "bin", name), path.join(folder, name));
  await cp(path.join(nodePackage, "LICENSE"), path.join(folder, "LICENSE"));
}
