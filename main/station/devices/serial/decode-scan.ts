const STRICT_UTF8 = new TextDecoder("utf-8", { fatal: true });
const LATIN1 = new TextDecoder("latin1");

/**
 * Scanners send UTF-8 or, older ones, Latin-1. Bytes that are valid UTF-8 are read as such (all ASCII is); anything
 * else is Latin-1, where every byte is a character, so that no scan is lost to its encoding. Control characters stay:
 * GS (0x1D) separates GS1 fields, and the grammar of codes refuses the others by name.
 */
export function decodeScan(frame: Uint8Array): string {
  try {
    return STRICT_UTF8.decode(frame);
  } catch {
    return LATIN1.decode(frame); // not UTF-8
  }
}
