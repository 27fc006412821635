import type { Actor, Draft } from "../../../shared/domain/event.ts";
import {
  decideMappingSaved,
  type MappingChange,
  mappingSaved,
  mayCommission,
} from "../../../shared/domain/machines/decide-commissioning.ts";
import type { MappingFile } from "../../../shared/domain/machines/mapping.ts";
import { type MappingFault, readMapping } from "../../../shared/domain/machines/read-mapping.ts";
import type { MasterData } from "../../../shared/domain/master-data.ts";
import { type Refusal, refusal } from "../../../shared/domain/refusal.ts";
import type { Clock } from "../../../shared/lib/clock.ts";
import { accept, type Result, refuse } from "../../../shared/lib/result.ts";
import type { CommandAnswer } from "../../../shared/screen/commands.ts";
import type { CommissioningInput, MachineLogin } from "../../../shared/screen/commissioning.ts";
import type { Recorder } from "../record/recorder.ts";
import type { Booker } from "./booker.ts";
import { answer } from "./command-desk.ts";
import type { MachineRoom } from "./machine-room.ts";
import type { RightsDesk } from "./rights-desk.ts";

export interface SaverOptions {
  readonly recorder: Recorder;
  readonly booker: Booker;
  readonly master: () => MasterData;
  readonly clock: Clock;
  readonly rights: Pick<RightsDesk, "settle">;
  /** Opened once the station stands. */
  readonly room: () => MachineRoom;
}

/** IT at this computer, who may write the station's files anyway; the journal says that no person of the plant did it. */
export const TOOL: Actor = { personId: null, auth: "station" };

export type MappingToSave = CommissioningInput<"commissioning.saveMapping">;

/** The one way in which a mapping comes into use, whoever brings it. */
export interface MappingSaver {
  /** @param by undefined: nobody is signed in, which is refused */
  save(input: MappingToSave, by: Actor | undefined): Promise<CommandAnswer>;
}

export function createMappingSaver(options: SaverOptions): MappingSaver {
  const { recorder, booker } = options;
  return {
    async save(input, by) {
      const { intentId, text, passwords } = input;
      const before = recorder.booked(intentId);
      if (before !== undefined) return { ok: true, ...before };
      const decided = decide(options, input, by);
      if (!decided.ok) return decided;
      const room = options.room();
      const staged = room.stage(text, passwords);
      if (!staged.ok) return staged;
      const booked = answer(booker.book(decided.value.drafts, { intentId, actor: decided.value.actor }));
      if (booked.ok) await room.takeStaged();
      // After a failed disk nobody knows whether it is booked: the next start looks into the journal.
      else if (booked.refusal.code !== "storage-failed") room.dropStaged();
      return booked;
    },
  };
}

interface Decided {
  readonly drafts: readonly Draft[];
  readonly actor: Actor;
}

function decide(
  { recorder, master, clock, room }: SaverOptions,
  { text, basedOn, passwords }: MappingToSave,
  actor: Actor | undefined,
): Result<Decided, Refusal> {
  const known = { state: recorder.state(), master: master() };
  const may = actor === TOOL ? accept(undefined) : mayCommission(known);
  if (!may.ok) return may;
  if (actor === undefined) return refuse(refusal("nobody-signed-in"));
  const { file, faults } = readMapping(text);
  if (file === undefined) return refuse(invalidMapping(faults));
  const { text: current, version: previous } = room().mapping();
  if (previous !== basedOn) return refuse(refusal("mapping-changed"));
  const [without] = loginsWithout(file, room(), passwords);
  if (without !== undefined) return refuse(refusal("password-missing", { machine: without.name }));
  const before = readMapping(current).file ?? { ...file, machines: [] };
  const version = room().versionOf(text);
  const change: MappingChange = { before, after: file, previous, version, now: clock.now() };
  const drafts = actor === TOOL ? accept(mappingSaved(known, change)) : decideMappingSaved(known, change);
  return drafts.ok ? accept({ drafts: drafts.value, actor }) : drafts;
}

/** Machines that want a password which neither the station has nor came along. */
export function loginsWithout(
  { machines }: MappingFile,
  room: Pick<MachineRoom, "hasPassword">,
  passwords: Readonly<Record<string, string>> = {},
): readonly MachineLogin[] {
  return machines.flatMap(({ machineId, name, security }) => {
    const isOpen =
      security.identity === "user" && passwords[machineId] === undefined && !room.hasPassword(machineId);
    return isOpen ? [{ machineId, name, user: security.user ?? "" }] : [];
  });
}

/** The first fault, with what a screen needs to say it in its own language. */
export function invalidMapping([first]: readonly MappingFault[]): Refusal {
  if (first === undefined) return refusal("mapping-invalid");
  const { machine, signal, field, fault, message: why } = first;
  const place = [machine, signal, field].filter((part) => part !== "").join(", ");
  return refusal("mapping-invalid", { place: place || "JSON", fault, why });
}
