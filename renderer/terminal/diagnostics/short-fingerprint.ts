const ENDS = 4;

/** "9F:3A:51:BE … 77:C1:20:07": enough for two people to compare, short enough to be read out. */
export function shortFingerprint(sha256: string): string {
  const bytes = sha256.split(":");
  if (bytes.length <= 2 * ENDS) return sha256;
  return `${bytes.slice(0, ENDS).join(":")} … ${bytes.slice(-ENDS).join(":")}`;
}
