import { accept, type Result, refuse } from "../../shared/lib/result.ts";

/** Bytes that no UTF-8 text has. `line` is counted from 1; `guess` is what the file probably is. */
export interface NotUtf8 {
  readonly line: number;
  readonly guess: "Windows-1252" | "UTF-16";
}

/**
 * The text of a file, which must be UTF-8, with or without a byte order mark. Nothing is guessed: Windows-1252 read as
 * anything else would put wrong letters into names for good.
 */
export function decodeText(bytes: Uint8Array): Result<string, NotUtf8> {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return refuse({ line: 1, guess: "UTF-16" });
  try {
    return accept(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // TypeError is how the decoder says no.
    return refuse({ line: firstBadLine(bytes), guess: "Windows-1252" });
  }
}

/** Line breaks are the same bytes in both encodings, so each line can be tried by itself. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  let start = 0;
  for (let at = 0; at <= bytes.length; at += 1) {
    if (at < bytes.length && bytes[at] !== 0x0a) continue;
    try {
      decoder.decode(bytes.subarray(start, at));
    } catch {
      return line; // this is the one
    }
    line += 1;
    start = at + 1;
  }
  return line;
}
