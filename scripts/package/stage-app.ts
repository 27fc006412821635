import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

const BUNDLES = ["dist/shell", "dist/preload", "dist/terminal"];

/** Lays out in dist/stage what goes into app.asar: the built bundles, and a manifest without dependencies. */
export async function stageApp(root: string): Promise<void> {
  const app = path.join(root, "dist", "stage", "app");
  await rm(app, { recursive: true, force: true });
  await mkdir(app, { recursive: true });
  for (const bundle of BUNDLES)
    await cp(path.join(root, bundle), path.join(app, bundle), { recursive: true });
  const { name, version, description, license, type, main } = JSON.parse(
    await readFile(path.join(root, "package.json"), "utf8"),
  ) as Record<string, string>;
  const manifest = { name, version, description, license, author: "The Takt authors", type, main };
  await writeFile(path.join(app, "package.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
}
