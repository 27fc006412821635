import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";

export interface DataLock {
  release(): void;
}

/** Another MES works on the same data folder. */
export class DataLockedError extends Error {
  override readonly name = "DataLockedError";
}

/**
 * Lets one process at a time work on a data folder. The lock is a named local socket, which the operating system
 * takes back when the process dies in whatever way, so none is ever left behind.
 */
export async function lockData(folder: string): Promise<DataLock> {
  const server = createServer((socket) => socket.destroy());
  server.listen(lockName(folder));
  try {
    await once(server, "listening");
  } catch (error) {
    throw new DataLockedError(`Another MES is running on ${folder}`, { cause: error });
  }
  server.unref();
  return { release: () => void server.close() };
}

function lockName(folder: string): string {
  const name = `takt-mes-${createHash("sha256").update(folder).digest("hex").slice(0, 32)}`;
  if (process.platform === "win32") return join("\\\\.\\pipe", name);
  if (process.platform === "linux") return `\0${name}`;
  return join(folder, "mes.lock");
}
