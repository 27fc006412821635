import { crc32 } from "node:zlib";
import { DamagedChunk } from "./damaged-chunk.ts";

const HEAD_BYTES = 5;

/** Version byte, CRC-32 of what follows, body. */
export function checksummed(version: number, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(HEAD_BYTES + body.length);
  bytes[0] = version;
  new DataView(bytes.buffer).setUint32(1, crc32(body), true);
  bytes.set(body, HEAD_BYTES);
  return bytes;
}

/** @throws DamagedChunk when it is another version or not what was written */
export function checkedBody(version: number, bytes: Uint8Array): Uint8Array {
  if (bytes.length < HEAD_BYTES) throw new DamagedChunk("it ends too early");
  if (bytes[0] !== version) {
    throw new DamagedChunk(`written in format ${bytes[0]}, this program reads ${version}`);
  }
  const body = bytes.subarray(HEAD_BYTES);
  const wanted = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1, true);
  if (crc32(body) !== wanted) throw new DamagedChunk("its checksum is wrong");
  return body;
}
