import type { AcknowledgeAnswer } from "../../../../shared/domain/machines/alarms/decide-acknowledge.ts";
import type { ExploredMachine, OfferedEndpoints, ReadNode } from "../../../../shared/screen/commissioning.ts";
import type { MachineEndpoint } from "./machine-endpoint.ts";

/** What the station asks its OPC UA process about a machine, mapped or not. An endpoint's signals play no part. */
export type CollectorQuestion =
  | { readonly kind: "offers"; readonly endpoint: MachineEndpoint }
  | { readonly kind: "explore"; readonly endpoint: MachineEndpoint }
  | { readonly kind: "read"; readonly endpoint: MachineEndpoint; readonly nodes: readonly string[] }
  /** Of a machine that is listened to: somebody has seen what this event told. */
  | {
      readonly kind: "acknowledge";
      readonly machineId: string;
      readonly sourceId: string;
      readonly eventId: string;
      /** Who it was, for the machine's own panel. */
      readonly comment: string;
    };

/** What is answered to each kind of question. */
export interface AnswersByKind {
  offers: OfferedEndpoints;
  explore: ExploredMachine;
  read: readonly ReadNode[];
  acknowledge: AcknowledgeAnswer;
}
export type QuestionKind = CollectorQuestion["kind"];
export type QuestionOf<Kind extends QuestionKind> = Extract<CollectorQuestion, { readonly kind: Kind }>;

/** @see AnswersByKind; `why` is for people, `isLogin`: the machine does not know the user, the password or the certificate */
export type CollectorAnswer =
  | { readonly ok: true; readonly value: AnswersByKind[QuestionKind] }
  | { readonly ok: false; readonly why: string; readonly isLogin: boolean };

/**
 * Why a question has no answer. machine: it cannot be reached or does not let us in; login: because of who we say we
 * are; too-slow: nothing came in time;
 * collector-ended: the OPC UA process died over it and is started again.
 */
export interface NoAnswer {
  readonly reason: "machine" | "login" | "too-slow" | "collector-ended";
  /** Plain English for a technician. */
  readonly why: string;
}
