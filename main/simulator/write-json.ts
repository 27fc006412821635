import { mkdir, open, rename } from "node:fs/promises";
import path from "node:path";

/** Writes whole or not at all: a reader finds the old file or the new one. @param mode e.g. 0o600 for a secret */
export async function writeJson(file: string, content: unknown, mode = 0o644): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const fresh = `${file}.new`;
  const handle = await open(fresh, "w", mode);
  try {
    await handle.chmod(mode); // a left-over file keeps its old mode otherwise
    await handle.writeFile(`${JSON.stringify(content, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
}
