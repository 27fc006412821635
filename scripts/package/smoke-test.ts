import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startPart } from "../start/part.ts";

const READY_LIMIT_MS = 60_000;
const GRACE_MS = 8_000;

/**
 * Starts the packaged product far from the repository, where nothing can be found by accident, and waits until its
 * window shows what the station says.
 * @throws Error with its last words when it does not come up
 */
export async function smokeTest(unpacked: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "takt packaged "));
  try {
    await cp(unpacked, path.join(folder, "app"), { recursive: true, verbatimSymlinks: true });
    await startOnce(folder, environment);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function startOnce(folder: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  const { TAKT_NODE: _ours, ...env } = environment;
  const part = startPart({
    name: "packaged",
    command: path.join(folder, "app", "takt"),
    args: isRoot ? ["--no-sandbox"] : [],
    env: { ...env, TAKT_DATA: path.join(folder, "data") },
    cwd: folder,
    logFolder: folder,
  });
  const { promise: late, reject } = Promise.withResolvers<never>();
  const limit = setTimeout(() => reject(new Error("its window was not ready in time")), READY_LIMIT_MS);
  const died = part.ended.then(({ how }) => Promise.reject(new Error(`it ended by itself (${how})`)));
  try {
    await Promise.race([part.ready, died, late]);
  } catch (cause) {
    throw new Error(`The packaged product does not start. Its last words:\n${part.lastLines().join("\n")}`, {
      cause,
    });
  } finally {
    clearTimeout(limit);
    await part.stop(GRACE_MS);
    await died.catch(() => undefined); // it has ended now, because we asked it to
  }
}
