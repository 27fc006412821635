import { stat } from "node:fs/promises";
import { SerialPort } from "serialport";
import { backoffMs } from "../../../../shared/lib/backoff.ts";
import { serialFailureWords } from "./serial-failure.ts";

const REOPEN = { firstMs: 100, longestMs: 1_000 }; // found again within two seconds of replugging
const LOOK_EVERY_MS = 1_000;

export interface SerialLineOptions {
  /** Stable path, e.g. /dev/serial/by-id/usb-…: it must lead to the same device after it was plugged in elsewhere. */
  readonly path: string;
  readonly baudRate: number;
  readonly dataBits?: 7 | 8;
  readonly parity?: "none" | "even" | "odd";
  readonly stopBits?: 1 | 2;
}

export interface SerialLineHandlers {
  opened(): void;
  bytes(chunk: Uint8Array): void;
  /** Not open, with the cause in plain words. Called again when the cause changes while it stays closed. */
  lost(why: string): void;
}

export interface SerialLine {
  close(): Promise<void>;
}

/** Keeps a serial port open for ever: when it is unplugged, denied or busy it is tried again until it opens. */
export function openSerialLine(options: SerialLineOptions, handlers: SerialLineHandlers): SerialLine {
  const line = new ReopenedLine(options, handlers);
  void line.tryOpen();
  return { close: () => line.close() };
}

class ReopenedLine {
  readonly #options: SerialLineOptions;
  readonly #handlers: SerialLineHandlers;
  #port: SerialPort | undefined;
  #next: NodeJS.Timeout | undefined;
  #attempts = 0;
  #isClosed = false;

  constructor(options: SerialLineOptions, handlers: SerialLineHandlers) {
    this.#options = options;
    this.#handlers = handlers;
  }

  async tryOpen(): Promise<void> {
    // Looked up before: if the path changes hands while it is being opened, lookAfter() notices.
    const device = await deviceAt(this.#options.path);
    if (this.#isClosed) return;
    const { path, baudRate, dataBits = 8, parity = "none", stopBits = 1 } = this.#options;
    const port = new SerialPort({ path, baudRate, dataBits, parity, stopBits, lock: true, autoOpen: false });
    this.#port = port;
    port.on("error", (error) => this.#gone(port, `${path} failed: ${error.message}`));
    port.once("close", () => this.#gone(port, `Unplugged: ${path}`));
    port.open((error) => {
      if (error) return this.#gone(port, serialFailureWords(error, path));
      void this.#opened(port, device);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#next);
    const port = this.#port;
    this.#port = undefined;
    if (port) await closed(port);
  }

  async #opened(port: SerialPort, device: string | undefined): Promise<void> {
    // What lay in the buffer was sent to nobody, perhaps hours ago; a stale scan must not book anything.
    await new Promise<void>((resolve) => port.flush(() => resolve()));
    if (this.#port !== port) return;
    port.on("data", (chunk: Buffer) => this.#handlers.bytes(chunk));
    this.#attempts = 0;
    this.#handlers.opened();
    this.#lookAfter(port, device);
  }

  /** Some drivers never say that a plug was pulled: the path then leads to nothing, or to another device. */
  #lookAfter(port: SerialPort, device: string | undefined): void {
    const look = async () => {
      const found = await deviceAt(this.#options.path);
      if (this.#port !== port) return;
      if (found === device) this.#lookAfter(port, device);
      else this.#gone(port, `Unplugged: ${this.#options.path}`);
    };
    this.#next = setTimeout(() => void look(), LOOK_EVERY_MS);
  }

  #gone(port: SerialPort, why: string): void {
    if (this.#port !== port) return;
    this.#port = undefined;
    clearTimeout(this.#next);
    port.removeAllListeners("data");
    this.#handlers.lost(why);
    void closed(port).then(() => {
      if (this.#isClosed) return;
      this.#attempts += 1;
      this.#next = setTimeout(() => void this.tryOpen(), backoffMs(this.#attempts, Math.random(), REOPEN));
    });
  }
}

function closed(port: SerialPort): Promise<void> {
  return new Promise((resolve) => {
    if (!port.isOpen) return resolve();
    port.close(() => resolve()); // an error here means that it is closed already
  });
}

/** Identity of the device behind a path. Windows' COM names cannot be looked up; there it is always the same. */
async function deviceAt(path: string): Promise<string | undefined> {
  if (!path.startsWith("/")) return path;
  try {
    const { dev, ino, rdev } = await stat(path);
    return `${dev}:${ino}:${rdev}`;
  } catch {
    return undefined; // nothing there
  }
}
