import path from "node:path";
import { bundle } from "./bundle.ts";
import { bundleStation } from "./bundle-station.ts";

const SHELL_TARGET = "node20.18"; // Node inside the oldest Electron we run on

export interface BuildPart {
  readonly name: string;
  readonly entry: string;
  /** What must exist afterwards. */
  readonly output: string;
  /** Files and folders whose change makes the part stale. */
  readonly inputs: readonly string[];
  build(root: string): Promise<void>;
}

const TOOLCHAIN = ["package-lock.json", "scripts/build"];

export const BUILD_PARTS: readonly BuildPart[] = [
  {
    name: "shell",
    entry: "main/shell/shell.ts",
    output: "dist/shell/shell.mjs",
    inputs: [...TOOLCHAIN, "main/shell", "shared"],
    build: (root) =>
      bundle({
        entry: path.join(root, "main/shell/shell.ts"),
        file: path.join(root, "dist/shell/shell.mjs"),
        format: "esm",
        external: [/^electron(\/|$)/],
        target: SHELL_TARGET,
      }),
  },
  {
    name: "preload",
    entry: "main/preload/preload.ts",
    output: "dist/preload/preload.cjs",
    inputs: [...TOOLCHAIN, "main/preload", "shared"],
    build: (root) =>
      bundle({
        entry: path.join(root, "main/preload/preload.ts"),
        file: path.join(root, "dist/preload/preload.cjs"),
        format: "cjs", // a sandboxed preload cannot be a module
        external: [/^electron(\/|$)/],
        target: "chrome130",
      }),
  },
  {
    name: "station",
    entry: "main/station/index.ts",
    output: "dist/station/index.mjs",
    inputs: [...TOOLCHAIN, "main/station", "shared"],
    build: (root) => bundleStation(root, path.join(root, "dist", "station")),
  },
  rendererPart("terminal"),
  rendererPart("overview"),
];

function rendererPart(name: "terminal" | "overview"): BuildPart {
  return {
    name,
    entry: `renderer/${name}/index.html`,
    output: `dist/${name}/index.html`,
    inputs: [...TOOLCHAIN, "renderer", "shared", "resources"],
    build: (root) => buildPages(path.join(root, "renderer", `vite.${name}.config.ts`)),
  };
}

/** Vite is loaded only when pages are stale: an unchanged start must stay quick. */
async function buildPages(configFile: string): Promise<void> {
  const vite = await import("vite");
  await vite.build({ configFile, logLevel: "warn" });
}
