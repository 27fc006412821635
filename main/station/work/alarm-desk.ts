import type { Draft } from "../../../shared/domain/event.ts";
import {
  type AcknowledgeAnswer,
  acknowledgementAnswered,
  decideAcknowledge,
  leftUnanswered,
  refusalOfOutcome,
} from "../../../shared/domain/machines/alarms/decide-acknowledge.ts";
import { type PresentAlarm, presentAlarms } from "../../../shared/domain/machines/alarms/present-alarm.ts";
import type { MachineMapping } from "../../../shared/domain/machines/mapping.ts";
import type { MasterData } from "../../../shared/domain/master-data.ts";
import { activePerson, nobodyRefusal } from "../../../shared/domain/people/signed-in.ts";
import type { NewId } from "../../../shared/lib/ids.ts";
import type { CommandAnswer, CommandInput } from "../../../shared/screen/commands.ts";
import type { Recorder } from "../record/recorder.ts";
import type { Booker } from "./booker.ts";
import { actorOf, answer } from "./command-desk.ts";
import type { MachineRoom } from "./machine-room.ts";
import type { StationMemory } from "./memory.ts";
import type { RightsDesk } from "./rights-desk.ts";

type Input = CommandInput<"machines.acknowledgeAlarm">;

export interface AlarmDeskOptions {
  readonly recorder: Recorder;
  readonly booker: Booker;
  readonly memory: StationMemory;
  readonly master: () => MasterData;
  readonly machines: readonly MachineMapping[];
  readonly newId: NewId;
  readonly stationId: string;
  readonly rights: Pick<RightsDesk, "touched">;
  /** Opened once the station stands. */
  readonly room: () => Pick<MachineRoom, "ask">;
}

export interface AlarmDesk {
  /** Records that the person has seen it, then tells the machine, then records what that said. */
  acknowledge(input: Input): Promise<CommandAnswer>;
  /** What an earlier run had asked and never heard: a fact as well. */
  settleLeftOpen(): void;
}

/** Longer comments some machines refuse. */
const LONGEST_COMMENT = 80;

export function createAlarmDesk(options: AlarmDeskOptions): AlarmDesk {
  return new Desk(options);
}

class Desk implements AlarmDesk {
  readonly #options: AlarmDeskOptions;
  /** Acknowledgements that the machine has not answered yet, by intent. */
  readonly #underWay = new Map<string, Promise<CommandAnswer>>();

  constructor(options: AlarmDeskOptions) {
    this.#options = options;
  }

  acknowledge(input: Input): Promise<CommandAnswer> {
    const underWay = this.#underWay.get(input.intentId);
    if (underWay !== undefined) return underWay;
    const settled = this.#acknowledge(input).finally(() => this.#underWay.delete(input.intentId));
    this.#underWay.set(input.intentId, settled);
    return settled;
  }

  settleLeftOpen(): void {
    this.#bookAnswer(leftUnanswered(this.#options.recorder.state()));
  }

  async #acknowledge(input: Input): Promise<CommandAnswer> {
    const { recorder, booker, master } = this.#options;
    const before = recorder.booked(input.intentId);
    if (before !== undefined) return this.#answered(before.eventId, { ok: true, ...before });
    this.#options.rights.touched();
    const [mapping, alarm] = this.#find(input);
    const { occurrence } = input;
    const machineName = mapping?.name ?? input.machineId;
    const isConnected = this.#options.memory.links.get(input.machineId)?.state === "ok";
    const known = { state: recorder.state(), master: master() };
    const decided = decideAcknowledge(known, alarm, { occurrence, isConnected, machineName });
    const actor = actorOf(recorder.state());
    if (!decided.ok) return decided;
    if (actor === undefined) return { ok: false, refusal: nobodyRefusal(known) };
    const comment = this.#comment();
    const booked = answer(booker.book(decided.value, { intentId: input.intentId, actor }));
    if (!booked.ok || booked.eventId === null || alarm?.takenBy !== "machine") return booked;
    const said = await this.#tell(alarm, comment);
    this.#bookAnswer(acknowledgementAnswered(recorder.state(), booked.eventId, said));
    return this.#answered(booked.eventId, booked);
  }

  #find({ machineId, alarmId }: Input): [MachineMapping | undefined, PresentAlarm | undefined] {
    const mapping = this.#options.machines.find((one) => one.machineId === machineId);
    const heard = this.#options.memory.machines.get(machineId);
    if (mapping === undefined || heard === undefined) return [mapping, undefined];
    const present = presentAlarms(mapping, { alarms: heard.alarms, values: heard.valueAlarms });
    return [mapping, present.find((one) => one.alarmId === alarmId)];
  }

  /** Read at the machine's own panel: who it was and where. */
  #comment(): string {
    const { recorder, master, stationId } = this.#options;
    const name = master().person.get(activePerson(recorder.state())?.personId ?? "")?.name ?? "";
    return `${name} (${stationId})`.trim().slice(0, LONGEST_COMMENT);
  }

  async #tell(alarm: PresentAlarm, comment: string): Promise<AcknowledgeAnswer> {
    const { machineId, sourceId, occurrence: eventId } = alarm;
    const answered = await this.#options
      .room()
      .ask<"acknowledge">({ kind: "acknowledge", machineId, sourceId: sourceId ?? "", eventId, comment });
    return answered.ok ? answered.value : { outcome: "unanswered", status: null };
  }

  /** By the station: it heard what the machine said. Booked also on a full disk. */
  #bookAnswer(drafts: readonly Draft[]): void {
    if (drafts.length === 0) return;
    const actor = { personId: null, auth: "machine" } as const;
    this.#options.booker.book(drafts, { intentId: this.#options.newId(), actor });
  }

  /** Recorded in each case; what the machine said to it is told with it, also when the same is asked again. */
  #answered(eventId: string, booked: CommandAnswer): CommandAnswer {
    const said = this.#options.recorder.state().acknowledgement.get(eventId)?.answer ?? null;
    const refused = said === null ? undefined : refusalOfOutcome(said);
    return refused === undefined ? booked : { ok: false, refusal: refused };
  }
}
