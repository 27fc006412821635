export type OpcuaDataType =
  | "Boolean"
  | "UInt16"
  | "Int32"
  | "UInt32"
  | "Float"
  | "Double"
  | "String"
  | "DateTime"
  | "LocalizedText";

/** Values as they come: a text for a LocalizedText too, fields by name for a structure of a companion model. */
export type OpcuaValue =
  | number
  | boolean
  | string
  | Date
  | null
  | OpcuaStructure
  | readonly OpcuaStructure[]
  | readonly string[];

export interface OpcuaStructure {
  readonly [field: string]:
    | number
    | boolean
    | string
    | Date
    | OpcuaStructure
    | readonly OpcuaStructure[]
    | undefined;
}

export interface OpcuaNode {
  /** String identifier, e.g. "Lathe2.PartCount". */
  readonly id: string;
  readonly dataType: OpcuaDataType;
  /** The node becomes an AnalogUnitType with this unit. */
  readonly unit?: EngineeringUnit;
  /** Identifier of the node it is a component of; the machine's own folder when left out. */
  readonly componentOf?: string;
  /** When it is not the identifier. */
  readonly browseName?: string;
}

/** UNECE common code and sign, e.g. CEL and °C. */
export interface EngineeringUnit {
  readonly code: string;
  readonly sign: string;
}

/** A unit as a structure. OPC 10000-8: its number is the characters of the UNECE code. */
export function euInformation({ code, sign }: EngineeringUnit): OpcuaStructure {
  return {
    namespaceUri: "http://www.opcfoundation.org/UA/units/un/cefact",
    unitId: [...code].reduce((number, letter) => number * 256 + letter.charCodeAt(0), 0),
    displayName: { text: sign },
    description: { text: sign },
  };
}

/** A name in the namespace of a companion model. */
export interface ModelName {
  readonly uri: string;
  readonly name: string;
}

/** An object of a companion model's type. Its parts get the identifiers `<id>-<part>-<part of the part>`. */
export interface TypedObject {
  readonly id: string;
  readonly browseName: string;
  readonly type: ModelName;
  /** A well-known object of a companion model, or the identifier of an earlier object; Objects when left out. */
  readonly under?: { readonly uri: string; readonly nodeNumber: number } | string;
  /** Optional parts that this one has, e.g. "Admin.ProdProcessedCount". */
  readonly optionals?: readonly string[];
  /** For a type of variables: the data type of this one. */
  readonly variable?: OpcuaDataType;
}

/** An alarm that comes and goes by events, as a condition of an object. */
export interface OpcuaAlarm {
  readonly id: string;
  readonly browseName: string;
  /** Identifier of the object whose condition it is, which becomes a notifier; the machine's own folder when left out. */
  readonly of?: string;
  /** AlarmConditionType when left out; else a type of a companion model that builds on it. */
  readonly type?: ModelName;
  /** Value of the type's property ErrorCode, where it has one. */
  readonly errorCode?: string;
  /** Somebody has to acknowledge each coming; until then it stays of interest, also when it is over. */
  readonly wantsAcknowledgement?: boolean;
  /** It wants an acknowledgement, and from nobody who is connected. */
  readonly deniesAcknowledgement?: boolean;
}

/** Files of the companion models that ship with the server library. */
export const MODEL_FILES = {
  di: "Opc.Ua.Di.NodeSet2.xml",
  ia: "Opc.Ua.IA.NodeSet2.xml",
  machinery: "Opc.Ua.Machinery.NodeSet2.xml",
  isa95JobControl: "opc.ua.isa95-jobcontrol.nodeset2.xml",
  machineryJobs: "Opc.Ua.Machinery.Jobs.Nodeset2.xml",
  machineTool: "Opc.Ua.MachineTool.NodeSet2.xml",
  packML: "Opc.Ua.PackML.NodeSet2.xml",
} as const;

/** A server loads them in the order given: each after those it builds on. */
export type CompanionModel = keyof typeof MODEL_FILES;

export type EncryptingPolicy = "Basic256Sha256" | "Aes128_Sha256_RsaOaep" | "Aes256_Sha256_RsaPss";

/** How a server's own certificate comes to be wrong, for tests of trust. Takes effect when it is made. */
export interface CertificateFlaws {
  readonly startDate?: Date;
  readonly validityDays?: number;
  /** Stands in the certificate instead of the one the server tells. */
  readonly applicationUri?: string;
  /** Stands there instead of this host's names and address. */
  readonly hostName?: string;
}
