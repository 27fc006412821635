import type { ScanListener, ScanMailbox } from "./scan-mailbox.ts";

/** Where the station listens, and the token that opens it. Valid until the station is started again. */
export interface StationConnection {
  /** ws://127.0.0.1:PORT */
  readonly url: string;
  readonly token: string;
}

/**
 * All that a screen gets from Electron, as `window.takt`: functions and JSON values, nothing of Electron itself.
 * The list is frozen; a test fails when it grows.
 */
export interface TaktSurface {
  /** Resolves once the station is ready; ask again after a lost connection, for the station may have been restarted. */
  connection(): Promise<StationConnection>;
  /** Scans of a keyboard wedge; damaged ones carry control characters. @returns ends the subscription */
  onScan(listener: ScanListener): () => void;
  /** To be called every 2 s once the first screen is painted; three missing calls reload the window (P6). */
  alive(): void;
  /** As Node names it: linux, win32, darwin. */
  readonly platform: string;
}

export interface SurfaceParts {
  askConnection(): Promise<unknown>;
  tellAlive(): void;
  /** Whether the page shows anything: a heartbeat over a blank page is not a sign of life. */
  isPageShown(): boolean;
  now(): number;
  readonly scans: ScanMailbox;
  readonly platform: string;
}

export function createTaktSurface(parts: SurfaceParts): TaktSurface {
  return Object.freeze({
    connection: async () => readConnection(await parts.askConnection()),
    onScan(listener: ScanListener) {
      if (typeof listener !== "function") throw new TypeError("A scan listener is a function");
      return parts.scans.subscribe(listener, parts.now());
    },
    alive: () => {
      if (parts.isPageShown()) parts.tellAlive();
    },
    platform: parts.platform,
  });
}

function readConnection(answer: unknown): StationConnection {
  if (typeof answer === "object" && answer !== null && "url" in answer && "token" in answer) {
    const { url, token } = answer;
    if (typeof url === "string" && typeof token === "string") return { url, token };
  }
  throw new Error("The shell gave no address of the station");
}
