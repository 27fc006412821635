import type { FileHandle } from "node:fs/promises";
import { IngressError } from "./ingress-error.ts";
import { decodeFrame, FRAME_HEADER } from "./ingress-frame.ts";

const CHUNK_BYTES = 1 << 20;

export interface ScannedFrame {
  readonly body: string;
  /** Where the frame ends in the file. */
  readonly end: number;
}

/**
 * Reads the frames of an ingress file from its beginning. Stops before a torn tail: a last frame of which only a part
 * reached the disk, which therefore was never acknowledged.
 *
 * @throws IngressError "damaged" when whole frames follow after a broken one
 */
export async function* scanIngress(file: FileHandle): AsyncGenerator<ScannedFrame> {
  let bytes: Buffer = Buffer.alloc(0);
  let start = 0; // offset of `bytes` in the file
  let position = 0; // within `bytes`
  for (;;) {
    const decoded = decodeFrame(bytes, position);
    if (decoded.kind === "frame") {
      position = decoded.nextOffset;
      yield { body: decoded.body, end: start + position };
      continue;
    }
    const rest = bytes.subarray(position);
    const more = await readChunk(file, start + bytes.length);
    if (more.length === 0) {
      refuseDamageInside(rest, start + position);
      return;
    }
    start += position;
    bytes = Buffer.concat([rest, more]);
    position = 0;
  }
}

async function readChunk(file: FileHandle, offset: number): Promise<Buffer> {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES, offset);
  return chunk.subarray(0, bytesRead);
}

/** A power cut tears the last append only, so no whole frame can follow what it tore. */
function refuseDamageInside(tail: Buffer, offset: number): void {
  for (const { index } of tail.toString("latin1").matchAll(FRAME_HEADER)) {
    if (decodeFrame(tail, index).kind !== "frame") continue;
    throw new IngressError(
      "damaged",
      `The ingress file is damaged at byte ${offset}, with whole frames behind; restore it from a backup`,
    );
  }
}
