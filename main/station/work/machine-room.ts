import type { Refusal } from "../../../shared/domain/refusal.ts";
import type { Result } from "../../../shared/lib/result.ts";
import type {
  CertificateList,
  MachineConnection,
  StoredMapping,
} from "../../../shared/screen/commissioning.ts";
import type { CertificateView } from "../../../shared/screen/machine-link-view.ts";
import type {
  AnswersByKind,
  NoAnswer,
  QuestionKind,
  QuestionOf,
} from "../devices/opcua/collector-questions.ts";
import type { MachineEndpoint } from "../devices/opcua/machine-endpoint.ts";

/** The connections to machines, as far as commissioning needs them. */
export interface MachineRoom {
  ask<Kind extends QuestionKind>(question: QuestionOf<Kind>): Promise<Result<AnswersByKind[Kind], NoAnswer>>;
  /** @param connection without signals: a machine that is looked at, not listened to */
  endpointFor(connection: MachineConnection): MachineEndpoint;
  mapping(): StoredMapping;
  versionOf(text: string): string;
  hasPassword(machineId: string): boolean;
  /** Puts a mapping and its passwords onto the disk, beside the ones in use. @returns a refusal when it has no room */
  stage(text: string, passwords: Readonly<Record<string, string>>): Result<void, Refusal>;
  /** What was staged was not booked. */
  dropStaged(): void;
  /** What was staged counts from now on, also for the next start; listens anew. */
  takeStaged(): Promise<void>;
  certificates(): Promise<CertificateList>;
  /** @returns undefined: there is none with this fingerprint */
  judge(sha256: string, verdict: "trusted" | "rejected"): Promise<CertificateView | undefined>;
  /** Closes what stands and listens anew. */
  restart(): Promise<void>;
}
