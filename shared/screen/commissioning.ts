import { z } from "zod";
import type { AlarmSource } from "../domain/machines/alarms/alarm-source.ts";
import type { FoundNode } from "../domain/machines/companion/found-node.ts";
import type { RecognisedMachine } from "../domain/machines/companion/recognise-machines.ts";
import { machineSecuritySchema } from "../domain/machines/mapping.ts";
import type { MachineDifference } from "../domain/machines/mapping-changes.ts";
import type { MappingFault } from "../domain/machines/read-mapping.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { CertificateView } from "./machine-link-view.ts";

const endpointUrl = z.string().startsWith("opc.tcp://").max(400);
const machineId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/);
const password = z.string().min(1).max(200);
const intentId = z.uuid();

/** How to reach a machine that may not be mapped yet. */
const connection = z.strictObject({
  endpointUrl,
  security: machineSecuritySchema,
  /** A machine of the mapping whose kept password is used; null: a new machine. */
  machineId: machineId.nullable(),
  /** Typed just now; null: the kept one, or none is needed. */
  password: password.nullable(),
});
export type MachineConnection = z.infer<typeof connection>;

/** Characters of a mapping as JSON text; with what quoting adds it stays within a frame of the socket (L4). */
export const LONGEST_MAPPING = 180_000;
export const mappingText = z.string().min(2).max(LONGEST_MAPPING);
/** A name in the exchange folder, and never a way out of it. */
const exchangedFile = z
  .string()
  .regex(/^[\w][\w .()-]*\.json$/i)
  .max(120);

/** What the commissioning assistant may ask, by procedure name. All of it is for roles lead and maintenance only. */
export const commissioningInputs = {
  "commissioning.offers": z.strictObject({ endpointUrl }),
  "commissioning.explore": z.strictObject({ connection }),
  /** Node addresses as in a mapping. */
  "commissioning.read": z.strictObject({
    connection,
    nodes: z
      .array(
        z
          .string()
          .regex(/^nsu=[^;]+;[isgb]=.+$/)
          .max(400),
      )
      .min(1)
      .max(50),
  }),
  "commissioning.mapping": z.strictObject({}),
  "commissioning.checkMapping": z.strictObject({ text: mappingText }),
  "commissioning.saveMapping": z.strictObject({
    intentId,
    text: mappingText,
    /** Version that was looked at; somebody else's newer one is never overwritten unseen. */
    basedOn: z.string().max(64),
    /** By machine, for those that want a user and whose password was typed; kept in a file of the station. */
    passwords: z.record(machineId, password),
  }),
  "commissioning.exportMapping": z.strictObject({}),
  "commissioning.mappingFiles": z.strictObject({}),
  "commissioning.compareMapping": z.strictObject({ file: exchangedFile }),
  "commissioning.importMapping": z.strictObject({
    intentId,
    file: exchangedFile,
    /** Versions that were compared: neither the file nor the mapping in use may have changed since. */
    version: z.string().max(64),
    basedOn: z.string().max(64),
    passwords: z.record(machineId, password),
  }),
  "commissioning.certificates": z.strictObject({}),
  "commissioning.judgeCertificate": z.strictObject({
    intentId,
    sha256: z.string().regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
    verdict: z.enum(["trusted", "rejected"]),
  }),
} as const;
export type CommissioningName = keyof typeof commissioningInputs;
export type CommissioningInput<Name extends CommissioningName> = z.infer<(typeof commissioningInputs)[Name]>;

export type CommissioningAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

/** What a server says of itself before anyone logs in; nothing of it is proven yet. */
export interface OfferedEndpoints {
  readonly applicationName: string;
  readonly applicationUri: string;
  readonly certificate: CertificateView | null;
  /** Strongest first. */
  readonly offers: readonly OfferedEndpoint[];
}

export interface OfferedEndpoint {
  readonly mode: "SignAndEncrypt" | "Sign" | "None";
  /** "Basic256Sha256"; "None"; or the name of one that this station does not use. */
  readonly policy: string;
  readonly identities: readonly ("anonymous" | "user" | "certificate")[];
  /** One of the three policies this station uses, or None. */
  readonly isUsable: boolean;
}

export interface ExploredMachine {
  readonly root: FoundNode;
  /** The machine has more nodes than were looked at. */
  readonly isCutShort: boolean;
  /** Speak a known language; with a mapping that is ready to be looked over. */
  readonly recognised: readonly RecognisedMachine[];
  /** Where the server tells alarms by events, for machines that are mapped node by node. */
  readonly alarmSources: readonly AlarmSource[];
}

/** One node, read just now. */
export interface ReadNode {
  readonly node: string;
  /** null: none, or nothing that a signal can hold; see `fields`. */
  readonly value: number | string | boolean | null;
  readonly statusCode: number;
  /** "Good", "BadNodeIdUnknown" … */
  readonly statusName: string;
  readonly quality: "good" | "uncertain" | "bad";
  /** Built-in type, e.g. "UInt32"; "ExtensionObject" for a structure. null: none was sent. */
  readonly dataType: string | null;
  /** Of a structure or an array: what a signal can hold, by its `field`. At most 100. */
  readonly fields: readonly { readonly field: string; readonly value: number | string | boolean }[];
  /** By the machine's own clock; null: it gives none. */
  readonly sourceUtc: string | null;
  /** Age by that clock when the answer came; null: no time was given. */
  readonly ageMs: number | null;
}

export interface StoredMapping {
  /** Pretty JSON, also for export. */
  readonly text: string;
  /** Changes with each change of the text. */
  readonly version: string;
}

export interface MappingCheck {
  /** Empty: it can be saved. */
  readonly faults: readonly MappingFault[];
}

/** Where mappings are handed over: a folder that the plant's IT chose, perhaps on a stick. */
export interface ExchangeList {
  readonly folder: string;
  /** Newest first. */
  readonly files: readonly { readonly file: string; readonly changedUtc: string }[];
}

export interface ExportedMapping {
  readonly folder: string;
  readonly file: string;
}

/** A file of the exchange folder beside the mapping in use. */
export interface MappingComparison {
  readonly file: string;
  readonly version: string;
  readonly basedOn: string;
  /** Empty: it says what is in use already. */
  readonly differences: readonly MachineDifference[];
  /** Machines that want a password which this station does not have. */
  readonly withoutPassword: readonly MachineLogin[];
}

export interface MachineLogin {
  readonly machineId: string;
  readonly name: string;
  readonly user: string;
}

/** The station's own certificate first; then those of machines, waiting ones first. */
export interface CertificateList {
  readonly own: CertificateView | null;
  readonly machines: readonly CertificateView[];
}
