export type IngressErrorCode = "damaged" | "not-written" | "suspect";

/**
 * damaged: the file is broken in its middle, which no power cut does. not-written: the disk refused, nothing is kept.
 * suspect: a flush failed or a commit was lost after the flush; only a restart, which reads the file again, helps (D3).
 */
export class IngressError extends Error {
  readonly code: IngressErrorCode;

  constructor(code: IngressErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "IngressError";
    this.code = code;
  }
}
