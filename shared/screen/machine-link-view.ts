/** How a certificate of a machine stands with this station. */
export interface CertificateView {
  readonly subject: string;
  /** "A1:B2:…", as people compare it. */
  readonly sha256: string;
  readonly validFromUtc: string;
  readonly validToUtc: string;
  /** unknown: never seen before this look; it is neither trusted nor put aside. */
  readonly trust: "trusted" | "rejected" | "unknown";
}

/** What the machine made of a wish of this station: it may look less often, or keep fewer values, than asked. */
export interface RevisedValue {
  /** null: of the whole subscription or session. */
  readonly signalId: string | null;
  readonly what: "sampling" | "queue" | "publishing" | "session-timeout";
  readonly asked: number;
  readonly given: number;
}

/** What was agreed on with the machine when the session began. Milliseconds. */
export interface NegotiatedView {
  readonly publishingMs: number;
  readonly keepAliveMs: number;
  readonly lifetimeMs: number;
  readonly sessionTimeoutMs: number;
  /** Worse than asked for; at most 50 of them. */
  readonly revised: readonly RevisedValue[];
  readonly revisedCount: number;
}

/** The newest hole in the values of a machine. */
export interface LinkGap {
  readonly fromUtc: string;
  /** null: it goes on. */
  readonly toUtc: string | null;
  readonly cause: "connection-lost" | "session-lost" | "collector-restarted" | "queue-overflow";
}

/** The connection to one machine in figures, for Diagnostics. Counts are since the OPC UA process started. */
export interface MachineLinkView {
  readonly endpointUrl: string;
  readonly state: "ok" | "connecting" | "lost" | "off";
  /** Plain English cause, for diagnostics only. */
  readonly detail: string;
  readonly security: {
    readonly mode: "SignAndEncrypt" | "Sign" | "None";
    /** null with mode "None". */
    readonly policy: string | null;
    readonly identity: "anonymous" | "user" | "certificate";
  };
  /** null: the machine has not shown one yet. */
  readonly certificate: CertificateView | null;
  readonly signalCount: number;
  readonly valuesPerSecond: number;
  readonly valuesReceived: number;
  readonly sessionsOpened: number;
  /** Interruptions of the network that the session outlived or not. */
  readonly cuts: number;
  readonly sessionSinceUtc: string | null;
  readonly lastHeardUtc: string | null;
  readonly lastGap: LinkGap | null;
  readonly negotiated: NegotiatedView | null;
  /** Signals of which no value came, or none for longer than they should take. */
  readonly staleSignalIds: readonly string[];
}
