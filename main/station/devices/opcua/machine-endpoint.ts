import type { AlarmSource } from "../../../../shared/domain/machines/alarms/alarm-source.ts";

/** One value of the machine that the station wants to hear of. Exactly one of `node` and `browsePath` is given. */
export interface WatchedSignal {
  readonly signalId: string;
  /**
   * Node id with its namespace by URI: "nsu=urn:takt:lathe;s=Lathe2.PartCount". Without "nsu=" the endpoint's
   * `namespaceUri` is meant. An index ("ns=2;…") is refused: it moves when the machine's program changes.
   */
  readonly node?: string;
  /** Browse names below the Objects folder, in the endpoint's namespace. */
  readonly browsePath?: readonly string[];
  /** Of a structure or an array, the part that is meant, e.g. "0.AccCount". */
  readonly field?: string;
  /** How often the machine looks at the value; 0: at each change, if it can. */
  readonly samplingMs: number;
  /** Values the machine keeps for us while the network is away; what it drops then is reported. */
  readonly queueSize: number;
  /** Which ones a full queue drops; default: the oldest. */
  readonly discard?: "oldest" | "newest";
  /** The stored curve may be this far from the values; left out: every value is stored. */
  readonly tolerance?: number;
  /** Each value is also told to the station; all others are only stored. Default: yes. */
  readonly isTold?: boolean;
}

export interface MachineEndpoint {
  /** Name of the machine in everything it says. */
  readonly machineId: string;
  readonly endpointUrl: string;
  readonly namespaceUri: string;
  readonly signals: readonly WatchedSignal[];
  /** Where it tells its alarms by events. */
  readonly alarmSources?: readonly AlarmSource[];
  /** "None" only where it is configured in so many words; it is never a fallback. */
  readonly securityMode: "SignAndEncrypt" | "Sign" | "None";
  readonly securityPolicy?: "Basic256Sha256" | "Aes128_Sha256_RsaOaep" | "Aes256_Sha256_RsaPss";
  /** Left out: the user if there is one, else nobody. "certificate": our own one is also our user. */
  readonly identity?: "anonymous" | "user" | "certificate";
  /** The machine's certificate may be made out for another address: a factory one that cannot be exchanged. */
  readonly isAnyHost?: boolean;
  readonly user?: string;
  readonly password?: string;
  /** Holds own/, trusted/, issuers/, rejected/; made at the first start. The same for all machines of a station. */
  readonly pkiDir: string;
  /** Stands in our certificate; must be the same for all of the station's life. */
  readonly applicationUri: string;
  /** How long the machine keeps our session through a cut. Default 60 s. */
  readonly sessionTimeoutMs?: number;
  /** How often it shall say that it is there when nothing changes; what watches over silence goes by this. Default 2 s. */
  readonly signOfLifeMs?: number;
  /** A machine that has not answered by then does not answer. Default 5 s. */
  readonly answerWithinMs?: number;
}

export const SIGN_OF_LIFE_MS = 2_000;
