import type { Draft } from "../../../shared/domain/event.ts";
import type { Known } from "../../../shared/domain/known.ts";
import {
  decideCertificateJudged,
  decideMappingSaved,
  mayCommission,
} from "../../../shared/domain/machines/decide-commissioning.ts";
import { type MappingFile, mappingFileSchema } from "../../../shared/domain/machines/mapping.ts";
import type { MasterData } from "../../../shared/domain/master-data.ts";
import { type Refusal, refusal } from "../../../shared/domain/refusal.ts";
import type { Clock } from "../../../shared/lib/clock.ts";
import { accept, type Result, refuse } from "../../../shared/lib/result.ts";
import type { CommandAnswer } from "../../../shared/screen/commands.ts";
import type {
  CertificateList,
  CommissioningAnswer,
  CommissioningInput,
  ExploredMachine,
  MachineConnection,
  MappingCheck,
  MappingFault,
  OfferedEndpoints,
  ReadNode,
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
import type { Recorder } from "../record/recorder.ts";
import type { Booker } from "./booker.ts";
import { actorOf, answer } from "./command-desk.ts";

const MOST_FAULTS = 50;
const LONGEST_SUBJECT = 400;

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

export interface CommissioningOptions {
  readonly recorder: Recorder;
  readonly booker: Booker;
  readonly master: () => MasterData;
  readonly clock: Clock;
  /** Opened once the station stands. */
  readonly room: () => MachineRoom;
}

/** Machines are found, mapped and trusted here. Everything asks first who stands in front of the screen. */
export function createCommissioningDesk(options: CommissioningOptions): CommissioningDesk {
  return new Desk(options);
}

class Desk implements CommissioningDesk {
  readonly #options: CommissioningOptions;

  constructor(options: CommissioningOptions) {
    this.#options = options;
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
    const may = mayCommission(this.#known);
    return may.ok ? accept(this.#room.mapping()) : may;
  }

  checkMapping(text: string): CommissioningAnswer<MappingCheck> {
    const may = mayCommission(this.#known);
    return may.ok ? accept({ faults: readMapping(text).faults }) : may;
  }

  async saveMapping(input: CommissioningInput<"commissioning.saveMapping">): Promise<CommandAnswer> {
    const { intentId, text, passwords } = input;
    const before = this.#options.recorder.booked(intentId);
    if (before !== undefined) return { ok: true, ...before };
    const decided = this.#decideSave(input);
    if (!decided.ok) return decided;
    const staged = this.#room.stage(text, passwords);
    if (!staged.ok) return staged;
    const booked = this.#book(intentId, decided.value);
    if (booked.ok) await this.#room.takeStaged();
    // After a failed disk nobody knows whether it is booked: the next start looks into the journal.
    else if (booked.refusal.code !== "storage-failed") this.#room.dropStaged();
    return booked;
  }

  async certificates(): Promise<CommissioningAnswer<CertificateList>> {
    const may = mayCommission(this.#known);
    return may.ok ? accept(await this.#room.certificates()) : may;
  }

  async judgeCertificate(
    input: CommissioningInput<"commissioning.judgeCertificate">,
  ): Promise<CommandAnswer> {
    const { intentId, sha256, verdict } = input;
    const before = this.#options.recorder.booked(intentId);
    if (before !== undefined) return { ok: true, ...before };
    const may = decideCertificateJudged(this.#known, { sha256, verdict, subject: "" });
    if (!may.ok) return may;
    const listed = (await this.#room.certificates()).machines.find((one) => one.sha256 === sha256);
    if (listed === undefined) return { ok: false, refusal: refusal("unknown-certificate") };
    const subject = listed.subject.slice(0, LONGEST_SUBJECT);
    const decided = decideCertificateJudged(this.#known, { sha256, verdict, subject });
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

  get #known(): Known {
    return { state: this.#options.recorder.state(), master: this.#options.master() };
  }

  async #ask<Kind extends QuestionKind>(
    connection: MachineConnection,
    question: (endpoint: MachineEndpoint) => QuestionOf<Kind>,
  ): Promise<CommissioningAnswer<AnswersByKind[Kind]>> {
    const may = mayCommission(this.#known);
    if (!may.ok) return may;
    const answered = await this.#room.ask<Kind>(question(this.#room.endpointFor(connection)));
    return answered.ok ? answered : refuse(refusalOf(answered.refusal));
  }

  #decideSave({
    text,
    basedOn,
    passwords,
  }: CommissioningInput<"commissioning.saveMapping">): Result<readonly Draft[], Refusal> {
    const may = mayCommission(this.#known);
    if (!may.ok) return may;
    const { file, faults } = readMapping(text);
    if (file === undefined) return refuse(invalid(faults));
    const { text: current, version: previous } = this.#room.mapping();
    if (previous !== basedOn) return refuse(refusal("mapping-changed"));
    const hasPassword = (machineId: string) =>
      passwords[machineId] !== undefined || this.#room.hasPassword(machineId);
    const without = file.machines.find(
      ({ machineId, security }) => security.identity === "user" && !hasPassword(machineId),
    );
    if (without !== undefined) return refuse(refusal("password-missing", { machine: without.name }));
    const before = readMapping(current).file ?? { ...file, machines: [] };
    const version = this.#room.versionOf(text);
    const now = this.#options.clock.now();
    return decideMappingSaved(this.#known, { before, after: file, previous, version, now });
  }

  #book(intentId: string, drafts: readonly Draft[]): CommandAnswer {
    const actor = actorOf(this.#options.recorder.state());
    if (actor === undefined) return { ok: false, refusal: refusal("nobody-signed-in") };
    return answer(this.#options.booker.book(drafts, { intentId, actor }));
  }
}

function invalid([first]: readonly MappingFault[]): Refusal {
  return refusal("mapping-invalid", { place: first?.place || "JSON", why: first?.message ?? "" });
}

/** What a server offers is asked without any security, as the standard wants it. */
function openConnection(endpointUrl: string): MachineConnection {
  const security = { mode: "None", policy: "Basic256Sha256", identity: "anonymous" } as const;
  return { endpointUrl, security, machineId: null, password: null };
}

function refusalOf({ reason, why }: NoAnswer): Refusal {
  if (reason === "machine") return refusal("machine-refused", { why });
  return refusal(reason === "too-slow" ? "machine-slow" : "collector-ended");
}

function readMapping(text: string): {
  readonly file: MappingFile | undefined;
  readonly faults: readonly MappingFault[];
} {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { file: undefined, faults: [{ place: "", message: error instanceof Error ? error.message : "" }] };
  }
  const parsed = mappingFileSchema.safeParse(json);
  if (parsed.success) return { file: parsed.data, faults: [] };
  const faults = parsed.error.issues.map((issue) => ({
    place: issue.path.join("."),
    message: issue.message,
  }));
  return { file: undefined, faults: faults.slice(0, MOST_FAULTS) };
}
