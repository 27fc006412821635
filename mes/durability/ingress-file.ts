import { constants } from "node:fs";
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { IngressError } from "./ingress-error.ts";
import { encodeFrame } from "./ingress-frame.ts";
import { scanIngress } from "./scan-ingress.ts";

/** The append-only file that makes uploads durable where the database does not flush. One writer. */
export interface IngressFile {
  /** Number of the last frame; 0 while the file is empty. */
  readonly lastNumber: number;
  /** Bytes of a torn tail that were cut off when the file was opened; 0 for none. */
  readonly tornBytes: number;
  /**
   * Appends one frame and returns after fdatasync.
   * @throws IngressError "not-written" when the disk took nothing (the file is as before), "suspect" after a failed
   *   flush: from then on every append throws
   */
  append(content: object): Promise<number>;
  /** Frames with a number above `after`, in order. */
  framesAfter(after: number): AsyncGenerator<IngressFrame>;
  close(): Promise<void>;
}

export interface IngressFrame {
  readonly number: number;
  readonly content: unknown;
}

/** Opens or makes the file, cuts a torn tail off, and makes the file's existence itself durable. */
export async function openIngressFile(path: string): Promise<IngressFile> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  try {
    const { lastNumber, end } = await readToEnd(file);
    const { size } = await file.stat();
    if (size > end) await file.truncate(end);
    await file.sync();
    await syncFolder(dirname(path));
    return new AppendOnlyIngress({ file, lastNumber, end, tornBytes: size - end });
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readToEnd(file: FileHandle): Promise<{ lastNumber: number; end: number }> {
  let lastNumber = 0;
  let end = 0;
  for await (const frame of scanIngress(file)) {
    const { number } = parseFrame(frame.body);
    if (number !== lastNumber + 1)
      throw new IngressError("damaged", `Frame ${number} of the ingress file follows frame ${lastNumber}`);
    lastNumber = number;
    end = frame.end;
  }
  return { lastNumber, end };
}

function parseFrame(body: string): IngressFrame {
  const value = JSON.parse(body) as IngressFrame; // its checksum matched, so it is what append wrote
  return { number: value.number, content: value.content };
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

class AppendOnlyIngress implements IngressFile {
  readonly tornBytes: number;
  readonly #file: FileHandle;
  #end: number;
  #lastNumber: number;
  #suspect = false;

  constructor(opened: { file: FileHandle; lastNumber: number; end: number; tornBytes: number }) {
    this.#file = opened.file;
    this.#end = opened.end;
    this.#lastNumber = opened.lastNumber;
    this.tornBytes = opened.tornBytes;
  }

  get lastNumber(): number {
    return this.#lastNumber;
  }

  async append(content: object): Promise<number> {
    if (this.#suspect) throw new IngressError("suspect", "The ingress file failed before; restart the MES");
    const number = this.#lastNumber + 1;
    const frame = encodeFrame(JSON.stringify({ number, content }));
    await this.#write(frame);
    await this.#flush();
    this.#end += frame.length;
    this.#lastNumber = number;
    return number;
  }

  async *framesAfter(after: number): AsyncGenerator<IngressFrame> {
    for await (const { body } of scanIngress(this.#file)) {
      const frame = parseFrame(body);
      if (frame.number > after) yield frame;
    }
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  async #write(frame: Buffer): Promise<void> {
    try {
      let written = 0;
      while (written < frame.length) {
        const step = await this.#file.write(frame, written, frame.length - written, this.#end + written);
        written += step.bytesWritten;
      }
    } catch (error) {
      await this.#cutBack();
      throw new IngressError("not-written", "The ingress file could not be written", { cause: error });
    }
  }

  /** After a failed flush the pages count as clean although they are lost, so trying again would prove nothing. */
  async #flush(): Promise<void> {
    try {
      await this.#file.datasync();
    } catch (error) {
      this.#suspect = true;
      throw new IngressError("suspect", "The ingress file could not be flushed", { cause: error });
    }
  }

  async #cutBack(): Promise<void> {
    try {
      await this.#file.truncate(this.#end);
    } catch (error) {
      this.#suspect = true;
      throw new IngressError("suspect", "Half a frame could not be taken back", { cause: error });
    }
  }
}
