import type { MachineInputOf } from "../machine-input.ts";
import type { Acknowledgement } from "./acknowledgement.ts";

/** An alarm that came, by the station's clock in milliseconds since 1970 UTC. */
export interface PastAlarm {
  readonly alarmId: string;
  readonly name: string;
  readonly text: string;
  readonly fromMs: number;
  /** null: it is there. */
  readonly toMs: number | null;
}

/** More than anybody reads of a day. */
const MOST_PAST = 100;

/** @param causes what came and went, in its order; `atMs` is the station's wall clock here. @returns newest first */
export function pastAlarms(causes: Iterable<MachineInputOf<"cause">>): readonly PastAlarm[] {
  const open = new Map<string, PastAlarm>();
  const over: PastAlarm[] = [];
  for (const { reading, atMs } of causes) {
    const { signalId: alarmId, name, text, isActive } = reading;
    const before = open.get(alarmId);
    if (before !== undefined && isActive && before.text === text) continue;
    if (before !== undefined) over.push({ ...before, toMs: atMs });
    open.delete(alarmId);
    if (isActive) open.set(alarmId, { alarmId, name, text, fromMs: atMs, toMs: null });
  }
  return [...over, ...open.values()]
    .toSorted((left, right) => right.fromMs - left.fromMs)
    .slice(0, MOST_PAST);
}

export interface SeenAlarm extends PastAlarm {
  readonly seen: Pick<Acknowledgement, "personId" | "atUtc"> | null;
}

/** Each acknowledgement belongs to the last coming of its alarm before it. */
export function withAcknowledgements(
  alarms: readonly PastAlarm[],
  acknowledgements: Iterable<Acknowledgement>,
): readonly SeenAlarm[] {
  const all = [...acknowledgements].toSorted((left, right) => left.turn - right.turn);
  return alarms.map((alarm) => {
    const nextMs = Math.min(
      ...alarms
        .filter(({ alarmId, fromMs }) => alarmId === alarm.alarmId && fromMs > alarm.fromMs)
        .map(({ fromMs }) => fromMs),
    );
    const first = all.find(({ alarmId, atUtc }) => {
      const atMs = Date.parse(atUtc);
      return alarmId === alarm.alarmId && atMs >= alarm.fromMs && atMs < nextMs;
    });
    return { ...alarm, seen: first ? { personId: first.personId, atUtc: first.atUtc } : null };
  });
}
