import { unreachable } from "../../../lib/unreachable.ts";
import type { MachineInput, MachineInputOf } from "../machine-input.ts";
import type { AlarmNotice, ToldAlarm } from "./alarm-notice.ts";
import type { AlarmSource } from "./alarm-source.ts";

/** An alarm told by events that is there, or is over and waits at the machine for somebody to acknowledge it. */
export interface ActiveAlarm {
  readonly sourceId: string;
  readonly key: string;
  /** As a cause of stops: the same for the same alarm with the same code. */
  readonly signalId: string;
  readonly name: string;
  /** As the machine numbers it; empty: it has none. */
  readonly code: string;
  readonly text: string;
  readonly severity: number;
  readonly sourceUtc: string | null;
  /** Monotonic time at which it was heard first. */
  readonly cameMs: number;
  readonly acknowledging: ToldAlarm["acknowledging"] | null;
  /** It is over, and no cause of anything any more. */
  readonly isGone: boolean;
  /** Monotonic time at which it is over by itself; null: the machine says so. */
  readonly untilMs: number | null;
  /** Not named since the machine began to say anew which alarms are there. */
  readonly isDoubted: boolean;
}

/** Those of one machine, oldest first. */
export type AlarmList = readonly ActiveAlarm[];

/** A machine with more alarms has one trouble; what came first goes. */
const MOST_ALARMS = 200;

export interface Noticed {
  readonly alarms: AlarmList;
  /** Alarms that came or went, as the state of the machine takes them in. */
  readonly inputs: readonly MachineInput[];
}

/** Takes in what a machine told of its alarms. An alarm that is told again is no news, only its words may be. */
export function noticeAlarm(
  alarms: AlarmList,
  notice: AlarmNotice,
  { source, atMs }: { readonly source: AlarmSource; readonly atMs: number },
): Noticed {
  const isOwn = (alarm: ActiveAlarm): boolean => alarm.sourceId === source.sourceId;
  switch (notice.kind) {
    case "doubted":
      return {
        alarms: alarms.map((alarm) => (isOwn(alarm) ? { ...alarm, isDoubted: true } : alarm)),
        inputs: [],
      };
    case "settled":
      return without(
        alarms,
        (alarm) => isOwn(alarm) && alarm.isDoubted,
        () => atMs,
      );
    case "told":
      return told(alarms, activeAlarm(notice, source, atMs), { isKept: isKept(notice, source), atMs });
    default:
      return unreachable(notice);
  }
}

/** Where nobody may acknowledge from here, what is over is over. */
function isKept({ isActive, acknowledging }: ToldAlarm, { acknowledge }: AlarmSource): boolean {
  return isActive || (acknowledge === "machine" && acknowledging?.isAcknowledged === false);
}

/** Ends what is over by itself at `nowMs`, each at its own time. */
export function expireAlarms(alarms: AlarmList, nowMs: number): Noticed {
  const isOver = ({ untilMs }: ActiveAlarm): boolean => untilMs !== null && untilMs <= nowMs;
  if (!alarms.some(isOver)) return { alarms, inputs: [] };
  return without(alarms, isOver, ({ untilMs }) => untilMs ?? nowMs);
}

function activeAlarm(notice: ToldAlarm, source: AlarmSource, atMs: number): ActiveAlarm {
  const { key, code, title, text, severity, sourceUtc, acknowledging = null } = notice;
  const { sourceId } = source;
  const name = code === "" ? title || source.name : `${source.name} ${code}`;
  return {
    sourceId,
    key,
    signalId: code === "" ? `${sourceId}:${key}` : `${sourceId}:${key}#${code}`,
    name,
    code,
    text: text || name,
    severity,
    sourceUtc,
    cameMs: atMs,
    acknowledging,
    isGone: !notice.isActive,
    untilMs: source.kind === "message" ? atMs + source.messageSeconds * 1_000 : null,
    isDoubted: false,
  };
}

function told(
  alarms: AlarmList,
  alarm: ActiveAlarm,
  { isKept: isStill, atMs }: { readonly isKept: boolean; readonly atMs: number },
): Noticed {
  const isSame = ({ sourceId, key }: ActiveAlarm) => sourceId === alarm.sourceId && key === alarm.key;
  if (!isStill) return without(alarms, isSame, () => atMs);
  const before = alarms.find(isSame);
  if (before?.signalId === alarm.signalId) return toldAgain(alarms, before, { alarm, atMs });
  const { alarms: others, inputs: ended } = without(alarms, isSame, () => atMs);
  const oldest = others.length < MOST_ALARMS ? undefined : others[0];
  const room = without(
    others,
    (one) => one === oldest,
    () => atMs,
  );
  const began = alarm.isGone ? [] : [causeOf(alarm, true, atMs)];
  return { alarms: [...room.alarms, alarm], inputs: [...ended, ...room.inputs, ...began] };
}

/** It began when it was told first; the words of then stay with the stop, those of now are shown. */
function toldAgain(
  alarms: AlarmList,
  before: ActiveAlarm,
  { alarm, atMs }: { readonly alarm: ActiveAlarm; readonly atMs: number },
): Noticed {
  const cameAgain = before.isGone && !alarm.isGone;
  const { sourceUtc, cameMs } = cameAgain ? alarm : before;
  const now = { ...alarm, sourceUtc, cameMs };
  const isNews = before.isGone !== alarm.isGone;
  return {
    alarms: alarms.map((one) => (one === before ? now : one)),
    inputs: isNews ? [causeOf(now, !now.isGone, atMs)] : [],
  };
}

function without(
  alarms: AlarmList,
  isOver: (alarm: ActiveAlarm) => boolean,
  endMs: (alarm: ActiveAlarm) => number,
): Noticed {
  const over = alarms.filter(isOver).toSorted((left, right) => endMs(left) - endMs(right));
  if (over.length === 0) return { alarms, inputs: [] };
  return {
    alarms: alarms.filter((alarm) => !over.includes(alarm)),
    inputs: over.filter(({ isGone }) => !isGone).map((alarm) => causeOf(alarm, false, endMs(alarm))),
  };
}

function causeOf(
  { signalId, name, text }: ActiveAlarm,
  isActive: boolean,
  atMs: number,
): MachineInputOf<"cause"> {
  return { kind: "cause", atMs, reading: { signalId, kind: "alarm", name, text, isActive } };
}
