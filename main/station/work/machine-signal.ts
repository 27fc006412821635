/** A machine value as its driver delivers it. */
export interface MachineSignal {
  readonly signalId: string;
  readonly value: number | boolean | string | null;
  readonly statusCode: number;
  readonly sourceUtc: string | null;
  readonly serverUtc: string | null;
}

export interface MachineGap {
  readonly fromUtc: string;
  readonly toUtc: string;
  readonly cause: "connection-lost" | "session-lost" | "collector-restarted" | "queue-overflow";
}
