import type { MesError, MesErrorCode } from "./mes-error.ts";
import type { SyncLog } from "./sync-log.ts";

/**
 * Writes a failing line down without filling the log of a night without network: the first of each kind, then the 2nd,
 * 4th, 8th … of the same.
 */
export class FailureLog {
  readonly #log: SyncLog;
  readonly #what: string;
  #code: MesErrorCode | undefined;
  #sameInARow = 0;

  constructor(log: SyncLog, what: string) {
    this.#log = log;
    this.#what = what;
  }

  failed(error: MesError): void {
    this.#sameInARow = error.code === this.#code ? this.#sameInARow + 1 : 1;
    this.#code = error.code;
    if (!Number.isInteger(Math.log2(this.#sameInARow))) return;
    this.#log.warn({ err: error, code: error.code, inARow: this.#sameInARow }, this.#what);
  }

  succeeded(): void {
    if (this.#code !== undefined)
      this.#log.info({ after: this.#code, inARow: this.#sameInARow }, `${this.#what}: over`);
    this.#code = undefined;
    this.#sameInARow = 0;
  }
}
