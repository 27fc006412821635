import type { MachineMapping } from "../mapping.ts";
import type { Acknowledgement } from "./acknowledgement.ts";
import type { ActiveAlarm, AlarmList } from "./alarm-list.ts";
import type { ValueAlarm } from "./value-alarms.ts";

/** An alarm as people see it, told by an event or by a value. */
export interface PresentAlarm {
  readonly machineId: string;
  /** As a cause of stops; of a value the id of its signal. */
  readonly alarmId: string;
  /** Of the mapping; null: it is a value. */
  readonly sourceId: string | null;
  readonly name: string;
  readonly text: string;
  readonly severity: number | null;
  readonly sinceUtc: string | null;
  readonly isGone: boolean;
  /** Tells this coming of the alarm from others. */
  readonly came: string;
  /** What an acknowledgement has to name. */
  readonly occurrence: string;
  /** machine: it is told to the machine. station: it is recorded here. */
  readonly takenBy: "machine" | "station";
  /** By the machine, whoever did it; null: it knows nothing of acknowledgements. */
  readonly isAcknowledgedThere: boolean | null;
  /** What its advice is found by, the most exact first. */
  readonly knownBy: readonly string[];
}

export function presentAlarms(
  { machineId, alarmSources }: Pick<MachineMapping, "machineId" | "alarmSources">,
  { alarms, values }: { readonly alarms: AlarmList; readonly values: readonly ValueAlarm[] },
): readonly PresentAlarm[] {
  const told = new Set(
    alarmSources.filter(({ acknowledge }) => acknowledge === "machine").map(({ sourceId }) => sourceId),
  );
  return [
    ...alarms.map((alarm) => ofEvent(alarm, machineId, told.has(alarm.sourceId))),
    ...values.map((alarm) => ofValue(alarm, machineId)),
  ];
}

function ofEvent(alarm: ActiveAlarm, machineId: string, mayTell: boolean): PresentAlarm {
  const { signalId, sourceId, name, code, text, severity, sourceUtc, isGone, acknowledging } = alarm;
  const came = sourceUtc ?? `~${Math.round(alarm.cameMs)}`;
  const eventId = mayTell ? (acknowledging?.eventId ?? null) : null;
  return {
    machineId,
    alarmId: signalId,
    sourceId,
    name,
    text,
    severity,
    sinceUtc: sourceUtc,
    isGone,
    came,
    occurrence: eventId ?? came,
    takenBy: eventId === null ? "station" : "machine",
    isAcknowledgedThere: acknowledging?.isAcknowledged ?? null,
    knownBy: [code, text, sourceId].filter((key) => key !== ""),
  };
}

function ofValue({ signalId, name, text, sourceUtc, cameMs }: ValueAlarm, machineId: string): PresentAlarm {
  const came = sourceUtc ?? `~${Math.round(cameMs)}`;
  return {
    machineId,
    alarmId: signalId,
    sourceId: null,
    name,
    text,
    severity: null,
    sinceUtc: sourceUtc,
    isGone: false,
    came,
    occurrence: came,
    takenBy: "station",
    isAcknowledgedThere: null,
    knownBy: [text, signalId],
  };
}

/** How an alarm and the acknowledgements of it stand to one another. */
export interface AlarmStand {
  readonly isAcknowledged: boolean;
  readonly mayAcknowledge: boolean;
  /** The newest of this coming, with what the machine said to it; undefined: none was made here. */
  readonly last: Acknowledgement | undefined;
}

/** What the machine says of its own conditions outweighs what was recorded here: its panel may have been first. */
export function standOf(alarm: PresentAlarm, all: Iterable<Acknowledgement>): AlarmStand {
  const own = [...all]
    .filter((one) => one.machineId === alarm.machineId && one.alarmId === alarm.alarmId)
    .toSorted((left, right) => right.turn - left.turn);
  const last = own.find((one) => one.came === alarm.came || one.occurrence === alarm.occurrence);
  if (alarm.isAcknowledgedThere === true) return { isAcknowledged: true, mayAcknowledge: false, last };
  if (alarm.takenBy === "station") {
    return { isAcknowledged: last !== undefined, mayAcknowledge: last === undefined, last };
  }
  const named = own.find((one) => one.occurrence === alarm.occurrence);
  const isTaken = named?.answer?.outcome === "accepted" || named?.answer?.outcome === "already";
  const isUnderWay = named !== undefined && named.answer === null;
  return { isAcknowledged: isTaken, mayAcknowledge: !isTaken && !isUnderWay, last };
}
