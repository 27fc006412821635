import type {
  CertificateFlaws,
  CompanionModel,
  EncryptingPolicy,
  OpcuaAlarm,
  OpcuaNode,
  TypedObject,
} from "./opcua-description.ts";
import type { ControllerLimits } from "./small-controller.ts";

export interface OpcuaServerOptions {
  /** 0: any free port. */
  readonly port: number;
  readonly pkiDir: string;
  readonly applicationUri: string;
  readonly namespaceUri: string;
  /** Registered before `namespaceUri`, which moves its index: what a PLC update does. */
  readonly earlierNamespaceUris?: readonly string[];
  readonly nodes: readonly OpcuaNode[];
  /** Companion models to load, each after those it builds on. */
  readonly models?: readonly CompanionModel[];
  readonly objects?: readonly TypedObject[];
  /** Told by events. */
  readonly alarms?: readonly OpcuaAlarm[];
  /** The address clients are told, when a link lies in front of the server. */
  readonly advertisedPort?: number;
  /** With a user, anonymous clients are refused unless `alsoAnonymous`. Users with a certificate are always let in. */
  readonly user?: { readonly name: string; readonly password: string };
  readonly alsoAnonymous?: boolean;
  /** Basic256Sha256 alone when left out. */
  readonly policies?: readonly EncryptingPolicy[];
  /** A laboratory server without any security; off unless asked for. */
  readonly allowsNoSecurity?: boolean;
  readonly certificate?: CertificateFlaws;
  /** Name in the certificate. */
  readonly productName?: string;
  /** As much as the library can, when left out. */
  readonly limits?: ControllerLimits;
}

export interface WriteOptions {
  /** Name from the StatusCodes table, e.g. "BadSensorFailure"; Good when left out. */
  readonly status?: "Good" | "BadSensorFailure" | "UncertainLastUsableValue" | "BadOutOfService";
  /** Also the server's time of the value: a machine has one clock. */
  readonly sourceTime?: Date;
  /** The node becomes a text, as when an update of the PLC changes the type of a tag. */
  readonly asText?: boolean;
}
