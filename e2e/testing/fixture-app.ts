import { cp, mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "../../scripts/build/bundle.ts";

const ROOT = path.dirname(path.dirname(import.meta.dirname));

interface FixtureParts {
  readonly prefix: string;
  readonly station: "double" | "real";
}

/**
 * An app folder with the real, built shell and preload, but a page, and if wanted a station, as small as they can be. Here the
 * behaviour of the shell itself is tried, also where the product's own parts would never misbehave so.
 */
export async function makeFixtureApp({ prefix, station }: FixtureParts): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), prefix));
  await cp(path.join(ROOT, "dist", "shell"), path.join(folder, "dist", "shell"), { recursive: true });
  await cp(path.join(ROOT, "dist", "preload"), path.join(folder, "dist", "preload"), { recursive: true });
  await makePage(path.join(folder, "dist", "terminal"));
  await provideStation(folder, station);
  await symlink(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"));
  const manifest = { name: "takt", version: "0.0.0", type: "module", main: "dist/shell/shell.mjs" };
  await writeFile(path.join(folder, "package.json"), JSON.stringify(manifest));
  return folder;
}

async function provideStation(folder: string, station: FixtureParts["station"]): Promise<void> {
  const target = path.join(folder, "dist", "station");
  if (station === "real") {
    await symlink(path.join(ROOT, "dist", "station"), target);
    return;
  }
  const double = path.join(ROOT, "main", "shell", "testing", "station-double.ts");
  await mkdir(target);
  await writeFile(path.join(target, "index.mjs"), `import ${JSON.stringify(pathToFileURL(double).href)};\n`);
}

async function makePage(folder: string): Promise<void> {
  const page = path.join(ROOT, "e2e", "fixtures", "page");
  await mkdir(folder);
  for (const name of ["index.html", "fixture.css"]) await cp(path.join(page, name), path.join(folder, name));
  await bundle({
    entry: path.join(page, "fixture.ts"),
    file: path.join(folder, "fixture.js"),
    format: "esm",
    external: [],
    target: "chrome130",
  });
}
