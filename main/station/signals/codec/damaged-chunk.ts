/** Stored bytes that are not what was written, or that a newer program wrote. The reader makes a gap of it. */
export class DamagedChunk extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`Stored samples cannot be read: ${what}`, options);
    this.name = "DamagedChunk";
  }
}
