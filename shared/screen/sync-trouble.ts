/** What can be wrong with the secured line to the MES (M1). Each has a sentence of its own in every language. */
export const lineFaults = [
  /** Nobody whom this station trusts has signed the certificate of whoever answers. */
  "certificate-unknown",
  "certificate-expired",
  /** Not valid yet: almost always the clock of this computer (C1). */
  "certificate-early",
  /** It was made out to another name than the one in the address. */
  "certificate-name",
  /** The other side speaks nothing newer than TLS 1.1. */
  "tls-too-old",
  /** Something answers on that port, but in plain text. */
  "not-tls",
  /** Any other way in which no secured line came about; the log has it. */
  "tls-refused",
  /** The file with the plant's certificate authorities cannot be used. */
  "ca-file",
] as const;
export type LineFault = (typeof lineFaults)[number];

/** Why a person must act before everything can be sent. */
export type SyncTrouble =
  | "unknown-mes"
  | "fork"
  | "rejected"
  | "unauthorized"
  | "storage"
  | "clock"
  | LineFault;

export function isLineFault(trouble: string | null): trouble is LineFault {
  return lineFaults.some((fault) => fault === trouble);
}
