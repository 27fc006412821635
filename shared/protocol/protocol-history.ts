export interface ProtocolVersion {
  readonly version: number;
  /** Day on which it was fixed. */
  readonly fixed: string;
  /** SHA-256 over the JSON Schemas of all messages. */
  readonly schemas: string;
  /** SHA-256 over the JSON Schemas of all event payloads and master data that travel inside of them. */
  readonly contents: string;
  readonly what: string;
}

/**
 * Every version of the sync protocol, oldest first. A change of a schema changes a hash below and a test fails: then add
 * a line here with a new version, and keep the MES able to speak at least the two before it (I-15). Until the first
 * release there is only version 1 and its line may be brought up to date.
 */
export const protocolHistory: readonly ProtocolVersion[] = [
  {
    version: 1,
    fixed: "2026-11-23",
    schemas: "3762197aaf48f074bcf3c6cb210210827025271ff46bf9b77dee49d07e769414",
    contents: "6a892f81345f85c6fac4cde1c68ca1f061d5ff63ca1245d8a9f3cb0251dffa59",
    what: "Handshake, upload with cumulative acknowledgement and verdicts, directives by page and stream, roll-ups of signals.",
  },
];

export function newestVersion(history: readonly ProtocolVersion[]): number {
  return Math.max(...history.map(({ version }) => version));
}
