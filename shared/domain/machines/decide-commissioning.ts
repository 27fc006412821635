import type { Instant } from "../../lib/clock.ts";
import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft, EventPayload } from "../event.ts";
import type { Known } from "../known.ts";
import { activeRole, isLeadHere, leadRefusal, nobodyRefusal } from "../people/signed-in.ts";
import { type Refusal, refusal } from "../refusal.ts";
import { leaveMachines } from "./leave-machines.ts";
import type { MachineMapping, MappingFile } from "./mapping.ts";

/** Who may look into machines that are not mapped yet, and map them. */
export function mayCommission(known: Known): Result<void, Refusal> {
  const role = activeRole(known);
  if (role === undefined) return refuse(nobodyRefusal(known));
  return role === "lead" || role === "maintenance"
    ? accept(undefined)
    : refuse(refusal("commissioning-only"));
}

/** A whole mapping goes out or comes in as a file: for a lead alone, as it can change every machine at once. */
export function mayExchange(known: Known): Result<void, Refusal> {
  if (activeRole(known) === undefined) return refuse(nobodyRefusal(known));
  return isLeadHere(known) ? accept(undefined) : refuse(leadRefusal(known));
}

export interface MappingChange {
  readonly before: MappingFile;
  readonly after: MappingFile;
  readonly previous: string;
  readonly version: string;
  readonly now: Instant;
}

/**
 * A new mapping is saved. To trust a machine with less proof than others, and to write to one, is for a lead to allow,
 * machine by machine (U9, AK-2).
 */
export function decideMappingSaved(known: Known, change: MappingChange): Result<readonly Draft[], Refusal> {
  const may = mayCommission(known);
  if (!may.ok) return may;
  const was = byId(change.before);
  const weaker = change.after.machines.find((machine) => isWeaker(machine, was.get(machine.machineId)));
  if (weaker !== undefined && !isLeadHere(known)) return refuse(leadRefusal(known));
  return accept(mappingSaved(known, change));
}

/** What is recorded of a new mapping, whoever brings it. */
export function mappingSaved({ state }: Pick<Known, "state">, change: MappingChange): readonly Draft[] {
  const { before, after, previous, version, now } = change;
  if (version === previous) return [];
  const machineIds = changedMachines(byId(before), after.machines);
  const left = leaveMachines(state, { kept: after.machines, before: before.machines, now });
  const payload = { version, previous, machineIds };
  return [{ type: "mapping.saved", jobOrder: null, payload }, ...left];
}

/** Only a lead says whom this station trusts (U8). */
export function decideCertificateJudged(
  known: Known,
  judged: EventPayload<"certificate.judged">,
): Result<readonly Draft[], Refusal> {
  const may = mayExchange(known);
  if (!may.ok) return may;
  return accept([{ type: "certificate.judged", jobOrder: null, payload: judged }]);
}

function isWeaker(
  { endpointUrl, security, alarmSources }: MachineMapping,
  was: MachineMapping | undefined,
): boolean {
  const isElsewhere = was?.endpointUrl !== endpointUrl;
  const isOpen = security.mode === "None" && (isElsewhere || was?.security.mode !== "None");
  const isAnyHost = security.anyHost === true && (isElsewhere || was?.security.anyHost !== true);
  return isOpen || isAnyHost || isNewlyWritten(alarmSources, isElsewhere ? undefined : was);
}

/** Acknowledgements go to the machine from now on. */
function isNewlyWritten(sources: MachineMapping["alarmSources"], was: MachineMapping | undefined): boolean {
  const isTold = ({ acknowledge }: (typeof sources)[number]) => acknowledge === "machine";
  const before = new Set(was?.alarmSources.filter(isTold).map(({ sourceId }) => sourceId));
  return sources.some((source) => isTold(source) && !before.has(source.sourceId));
}

function byId({ machines }: MappingFile): ReadonlyMap<string, MachineMapping> {
  return new Map(machines.map((machine) => [machine.machineId, machine]));
}

function changedMachines(
  was: ReadonlyMap<string, MachineMapping>,
  machines: readonly MachineMapping[],
): string[] {
  const is = new Map(machines.map((machine) => [machine.machineId, machine]));
  const all = new Set([...was.keys(), ...is.keys()]);
  return [...all].filter((id) => JSON.stringify(was.get(id)) !== JSON.stringify(is.get(id)));
}
