/** One direction of a network: while closed, whoever wants to pass waits, and goes on after it opens. */
export class PartitionGate {
  #opened: Promise<void> = Promise.resolve();
  #open: () => void = () => undefined;
  #isClosed = false;

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#opened = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  open(): void {
    this.#isClosed = false;
    this.#open();
  }

  async passed(): Promise<void> {
    while (this.#isClosed) await this.#opened;
  }
}
