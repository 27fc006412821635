/** Bits, the highest first. */
export class BitWriter {
  #bytes: Uint8Array;
  #length = 0;
  #pending = 0;
  #pendingBits = 0;

  /** @param bytes how many are likely to be written */
  constructor(bytes: number) {
    this.#bytes = new Uint8Array(bytes + 8);
  }

  /** @param bits at most 24 @param value below 2^bits */
  put(value: number, bits: number): void {
    let pending = (this.#pending << bits) | value;
    let pendingBits = this.#pendingBits + bits;
    if (this.#length + 4 > this.#bytes.length) this.#grow();
    while (pendingBits >= 8) {
      pendingBits -= 8;
      this.#bytes[this.#length] = pending >>> pendingBits;
      this.#length += 1;
      pending &= (1 << pendingBits) - 1;
    }
    this.#pending = pending;
    this.#pendingBits = pendingBits;
  }

  /** Fills the last byte with zeros. @returns a view of all bytes */
  finish(): Uint8Array {
    if (this.#pendingBits > 0) this.put(0, 8 - this.#pendingBits);
    return this.#bytes.subarray(0, this.#length);
  }

  #grow(): void {
    const larger = new Uint8Array(2 * this.#bytes.length);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
