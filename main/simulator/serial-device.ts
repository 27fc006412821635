import { openPseudoTerminal, type PseudoTerminal } from "./pseudo-terminal.ts";

/** A simulated serial device: it can be plugged in, pulled out, and sends lines. */
export class SerialDevice {
  readonly path: string;
  #line: PseudoTerminal | undefined;

  constructor(path: string) {
    this.path = path;
  }

  get isPlugged(): boolean {
    return this.#line !== undefined;
  }

  async plug(): Promise<void> {
    this.#line ??= await openPseudoTerminal(this.path);
  }

  async unplug(): Promise<void> {
    const line = this.#line;
    this.#line = undefined;
    await line?.unplug();
  }

  /** Ends the text with CR LF. @returns false when the plug is out or nobody reads */
  sendLine(text: string): boolean {
    return this.#line?.send(Buffer.from(`${text}\r\n`, "utf8")) ?? false;
  }
}
