import type { Draft } from "../../../shared/domain/event.ts";
import type { Known } from "../../../shared/domain/known.ts";
import {
  decideCertificateJudged,
  mayCommission,
} from "../../../shared/domain/machines/decide-commissioning.ts";
import { readMapping } from "../../../shared/domain/machines/read-mapping.ts";
import { nobodyRefusal } from "../../../shared/domain/people/signed-in.ts";
import { type Refusal, refusal } from "../../../shared/domain/refusal.ts";
import { accept, refuse } from "../../../shared/lib/result.ts";
import type { CommandAnswer } from "../../../shared/screen/commands.ts";
import type {
  CertificateList,
  CommissioningAnswer,
  CommissioningInput,
  ExploredMachine,
  MachineConnection,
  MappingCheck,
  OfferedEndpoints,
  ReadNode,
  StoredMapping,
} from "../../../shared/screen/commissioning.ts";
import type {
  AnswersByKind,
  NoAnswer,
  QuestionKind,
  QuestionOf,
} from "../devices/opcua/collector-questions.ts";
import type { MachineEndpoint } from "../devices/opcua/machine-endpoint.ts";
import { actorOf, answer } from "./command-desk.ts";
import type { MachineRoom } from "./machine-room.ts";
import { createMappingSaver, type MappingSaver, type SaverOptions } from "./save-mapping.ts";

const LONGEST_SUBJECT = 400;

export interface CommissioningDesk {
  offers(input: CommissioningInput<"commissioning.offers">): Promise<CommissioningAnswer<OfferedEndpoints>>;
  explore(input: CommissioningInput<"commissioning.explore">): Promise<CommissioningAnswer<ExploredMachine>>;
  read(input: CommissioningInput<"commissioning.read">): Promise<CommissioningAnswer<readonly ReadNode[]>>;
  mapping(): CommissioningAnswer<StoredMapping>;
  checkMapping(text: string): CommissioningAnswer<MappingCheck>;
  saveMapping(input: CommissioningInput<"commissioning.saveMapping">): Promise<CommandAnswer>;
  certificates(): Promise<CommissioningAnswer<CertificateList>>;
  judgeCertificate(input: CommissioningInput<"commissioning.judgeCertificate">): Promise<CommandAnswer>;
}

/** Machines are found, mapped and trusted here. Everything asks first who stands in front of the screen. */
export function createCommissioningDesk(options: SaverOptions): CommissioningDesk {
  return new Desk(options);
}

class Desk implements CommissioningDesk {
  readonly #options: SaverOptions;
  readonly #saver: MappingSaver;

  constructor(options: SaverOptions) {
    this.#options = options;
    this.#saver = createMappingSaver(options);
  }

  offers({ endpointUrl }: CommissioningInput<"commissioning.offers">) {
    return this.#ask<"offers">(openConnection(endpointUrl), (endpoint) => ({ kind: "offers", endpoint }));
  }

  explore({ connection }: CommissioningInput<"commissioning.explore">) {
    return this.#ask<"explore">(connection, (endpoint) => ({ kind: "explore", endpoint }));
  }

  read({ connection, nodes }: CommissioningInput<"commissioning.read">) {
    return this.#ask<"read">(connection, (endpoint) => ({ kind: "read", endpoint, nodes }));
  }

  mapping(): CommissioningAnswer<StoredMapping> {
    const may = mayCommission(this.#known());
    return may.ok ? accept(this.#room.mapping()) : may;
  }

  checkMapping(text: string): CommissioningAnswer<MappingCheck> {
    const may = mayCommission(this.#known());
    return may.ok ? accept({ faults: readMapping(text).faults }) : may;
  }

  saveMapping(input: CommissioningInput<"commissioning.saveMapping">): Promise<CommandAnswer> {
    return this.#saver.save(input, actorOf(this.#known().state));
  }

  async certificates(): Promise<CommissioningAnswer<CertificateList>> {
    const may = mayCommission(this.#known());
    return may.ok ? accept(await this.#room.certificates()) : may;
  }

  async judgeCertificate(
    input: CommissioningInput<"commissioning.judgeCertificate">,
  ): Promise<CommandAnswer> {
    const { intentId, sha256, verdict } = input;
    const before = this.#options.recorder.booked(intentId);
    if (before !== undefined) return { ok: true, ...before };
    const may = decideCertificateJudged(this.#known(), { sha256, verdict, subject: "" });
    if (!may.ok) return may;
    const listed = (await this.#room.certificates()).machines.find((one) => one.sha256 === sha256);
    if (listed === undefined) return { ok: false, refusal: refusal("unknown-certificate") };
    const subject = listed.subject.slice(0, LONGEST_SUBJECT);
    const decided = decideCertificateJudged(this.#known(), { sha256, verdict, subject });
    const booked = decided.ok ? this.#book(intentId, decided.value) : decided;
    if (!booked.ok) return booked;
    await this.#room.judge(sha256, verdict);
    // A session that stands was opened in a trust that is gone.
    if (verdict === "rejected") await this.#room.restart();
    return booked;
  }

  get #room(): MachineRoom {
    return this.#options.room();
  }

  /** Known anew for each question: rights may have ended while a machine was asked. */
  #known(): Known {
    this.#options.rights.settle();
    return { state: this.#options.recorder.state(), master: this.#options.master() };
  }

  async #ask<Kind extends QuestionKind>(
    connection: MachineConnection,
    question: (endpoint: MachineEndpoint) => QuestionOf<Kind>,
  ): Promise<CommissioningAnswer<AnswersByKind[Kind]>> {
    const may = mayCommission(this.#known());
    if (!may.ok) return may;
    const answered = await this.#room.ask<Kind>(question(this.#room.endpointFor(connection)));
    return answered.ok ? answered : refuse(refusalOf(answered.refusal));
  }

  #book(intentId: string, drafts: readonly Draft[]): CommandAnswer {
    const known = this.#known();
    const actor = actorOf(known.state);
    if (actor === undefined) return { ok: false, refusal: nobodyRefusal(known) };
    return answer(this.#options.booker.book(drafts, { intentId, actor }));
  }
}

/** What a server offers is asked without any security, as the standard wants it. */
function openConnection(endpointUrl: string): MachineConnection {
  const security = { mode: "None", policy: "Basic256Sha256", identity: "anonymous" } as const;
  return { endpointUrl, security, machineId: null, password: null };
}

function refusalOf({ reason, why }: NoAnswer): Refusal {
  if (reason === "machine") return refusal("machine-refused", { why });
  if (reason === "login") return refusal("login-refused");
  return refusal(reason === "too-slow" ? "machine-slow" : "collector-ended");
}
