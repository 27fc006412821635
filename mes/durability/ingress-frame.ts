import { crc32 } from "node:zlib";

/*
 * One frame is one line: length of the body in bytes and its CRC-32, eight hex digits each, then the body as JSON.
 *   0000004c 9a0b11f2 {"number":1,"command":{...}}
 */
const HEADER_LENGTH = 18;

/** Finds whatever looks like the beginning of a frame. */
export const FRAME_HEADER = /(?=[0-9a-f]{8} [0-9a-f]{8} )/g;
const HEADER = /^([0-9a-f]{8}) ([0-9a-f]{8}) $/;
const NEW_LINE = 0x0a;

export function encodeFrame(body: string): Buffer {
  const bytes = Buffer.from(body, "utf8");
  const header = `${hex(bytes.length)} ${hex(crc32(bytes))} `;
  return Buffer.concat([Buffer.from(header, "latin1"), bytes, Buffer.of(NEW_LINE)]);
}

export type DecodedFrame =
  | { readonly kind: "frame"; readonly body: string; readonly nextOffset: number }
  /** The bytes end before the frame does: the rest was never written, or is not read yet. */
  | { readonly kind: "incomplete" }
  | { readonly kind: "damaged" };

/** Reads the frame that begins at `offset`. */
export function decodeFrame(bytes: Buffer, offset: number): DecodedFrame {
  if (bytes.length - offset < HEADER_LENGTH) return { kind: "incomplete" };
  const header = HEADER.exec(bytes.toString("latin1", offset, offset + HEADER_LENGTH));
  if (header === null) return { kind: "damaged" };
  const [, length = "", checksum = ""] = header;
  const end = offset + HEADER_LENGTH + Number.parseInt(length, 16);
  if (bytes.length < end + 1) return { kind: "incomplete" };
  const body = bytes.subarray(offset + HEADER_LENGTH, end);
  if (bytes[end] !== NEW_LINE || hex(crc32(body)) !== checksum) return { kind: "damaged" };
  return { kind: "frame", body: body.toString("utf8"), nextOffset: end + 1 };
}

function hex(value: number): string {
  return value.toString(16).padStart(8, "0");
}
