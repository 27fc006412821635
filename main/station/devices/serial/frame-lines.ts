const STX = 0x02;
const ETX = 0x03;
const LF = 0x0a;
const CR = 0x0d;
const LONGEST_FRAME_BYTES = 4096;

export interface FramingOptions {
  /** STX begins a frame and ETX ends one, besides the line ends. */
  readonly hasStxEtx?: boolean;
  /** More bytes than this without an end are noise, not a frame. */
  readonly longestFrameBytes?: number;
}

export interface Framed {
  readonly frames: readonly Uint8Array[];
  /** Bytes thrown away in this call: noise, or the start of a frame that never ended. */
  readonly discardedBytes: number;
}

/**
 * Cuts a stream of bytes into lines ended by CR, LF or both. How the bytes were split into chunks changes nothing.
 * Empty lines are no frames. A flood without an end is thrown away, and reading resumes after the next end, so that
 * the tail of noise never looks like a short code.
 */
export class LineFramer {
  readonly #hasStxEtx: boolean;
  readonly #longest: number;
  #frame: number[] = [];
  #isSkipping = false;

  constructor(options: FramingOptions = {}) {
    this.#hasStxEtx = options.hasStxEtx ?? false;
    this.#longest = options.longestFrameBytes ?? LONGEST_FRAME_BYTES;
  }

  push(chunk: Uint8Array): Framed {
    const frames: Uint8Array[] = [];
    let discardedBytes = 0;
    for (const byte of chunk) {
      if (this.#isEnd(byte)) this.#endInto(frames);
      else if (this.#isStart(byte)) discardedBytes += this.reset();
      else discardedBytes += this.#take(byte);
    }
    return { frames, discardedBytes };
  }

  /** Forgets an unfinished frame, as after an unplugging in mid-frame. @returns its length */
  reset(): number {
    const forgotten = this.#frame.length;
    this.#frame = [];
    this.#isSkipping = false;
    return forgotten;
  }

  #isEnd(byte: number): boolean {
    return byte === CR || byte === LF || (this.#hasStxEtx && byte === ETX);
  }

  #isStart(byte: number): boolean {
    return this.#hasStxEtx && byte === STX;
  }

  #endInto(frames: Uint8Array[]): void {
    if (this.#frame.length > 0) frames.push(Uint8Array.from(this.#frame));
    this.reset();
  }

  /** @returns how many bytes this one made worthless */
  #take(byte: number): number {
    if (this.#isSkipping) return 1;
    this.#frame.push(byte);
    if (this.#frame.length <= this.#longest) return 0;
    const flood = this.reset();
    this.#isSkipping = true;
    return flood;
  }
}
