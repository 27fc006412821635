import { closeSync, writeSync } from "node:fs";
import { mkdir, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { ReadStream } from "node:tty";

/** The device's end of a serial line; the other end is opened by its path like any serial port. */
export interface PseudoTerminal {
  /** The stable name: a link that survives unplugging, as /dev/serial/by-id does. */
  readonly path: string;
  /** Sends bytes. @returns false when nobody reads them and the line is full */
  send(bytes: Uint8Array): boolean;
  /** Ends the line as pulling the plug does: the reader's port is gone at once, and so is the link. */
  unplug(): Promise<void>;
}

interface NativePty {
  open(columns: number, rows: number): { master: number; slave: number; pty: string };
}

/** Makes a new serial line and points `linkPath` at it. Linux on x64 only. */
export async function openPseudoTerminal(linkPath: string): Promise<PseudoTerminal> {
  // The native module alone: node-pty's terminal object would read the other end too.
  const native = createRequire(import.meta.url)("@lydell/node-pty-linux-x64/pty.node") as NativePty;
  const { master, slave, pty } = native.open(80, 24);
  const drain = new ReadStream(master); // what the reader sends (or a line not yet raw echoes) must not pile up
  drain.on("data", () => undefined);
  drain.on("error", () => undefined); // EIO when the reader closes: ordinary on a terminal
  await pointAt(linkPath, pty);
  let isOpen = true;
  return {
    path: linkPath,
    send: (bytes) => isOpen && sendAll(master, bytes),
    unplug: async () => {
      if (!isOpen) return;
      isOpen = false;
      await rm(linkPath, { force: true });
      drain.destroy();
      closeSync(slave);
    },
  };
}

/** Renamed into place: whoever opens the path finds the old line or the new one, never none. */
async function pointAt(linkPath: string, target: string): Promise<void> {
  await mkdir(path.dirname(linkPath), { recursive: true });
  const fresh = `${linkPath}.new`;
  await rm(fresh, { force: true });
  await symlink(target, fresh);
  await rename(fresh, linkPath);
}

function sendAll(fd: number, bytes: Uint8Array): boolean {
  try {
    for (let sent = 0; sent < bytes.length; ) sent += writeSync(fd, bytes, sent);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EAGAIN") return false;
    throw error;
  }
}
