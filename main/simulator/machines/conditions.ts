import type { Chance } from "./chance.ts";

/** What the people at the machine have chosen. */
export type Wish = "run" | "idle" | "stop" | "set-up" | "break";

/** Everything about a machine that is no physics. */
export interface Conditions {
  readonly wish: Wish;
  readonly isStarved: boolean;
  readonly isBlocked: boolean;
  /** Raised alarms, oldest first. */
  readonly alarms: readonly string[];
  readonly chance: Chance;
}

export type Activity = "running" | "idle" | "stopped" | "set-up" | "break" | "starved" | "blocked" | "fault";

export interface Alarm {
  readonly code: string;
  /** As the controller numbers it; also its bit, where alarms are bits. */
  readonly number: number;
  readonly text: string;
  /** A fault stops the machine; anything else is a warning. */
  readonly isFault: boolean;
}

export type AlarmBook = readonly Alarm[];

export function newConditions(isChanceOn: boolean): Conditions {
  return {
    wish: "run",
    isStarved: false,
    isBlocked: false,
    alarms: [],
    chance: { isOn: isChanceOn, current: undefined },
  };
}

/** Alarms that are raised now, those by chance included. */
export function activeAlarms({ alarms, chance }: Conditions, book: AlarmBook): readonly Alarm[] {
  const codes = [...alarms, chance.current?.happening.alarm];
  return book.filter(({ code }) => codes.includes(code));
}

/** What a machine does under its conditions: the strongest reason not to run wins. */
export function activityOf(conditions: Conditions, book: AlarmBook): Activity {
  const { wish, isStarved, isBlocked, chance } = conditions;
  const befallen = chance.current?.happening.kind;
  if (activeAlarms(conditions, book).some(({ isFault }) => isFault)) return "fault";
  if (wish === "stop") return "stopped";
  if (wish === "set-up" || befallen === "set-up") return "set-up";
  if (wish === "break" || befallen === "break") return "break";
  if (wish === "idle") return "idle";
  if (isStarved || befallen === "starved") return "starved";
  if (isBlocked || befallen === "blocked") return "blocked";
  return "running";
}

/** Raises an alarm or takes it back. */
export function withAlarm(conditions: Conditions, code: string, isRaised: boolean): Conditions {
  if (conditions.alarms.includes(code) === isRaised) return conditions;
  const others = conditions.alarms.filter((raised) => raised !== code);
  return { ...conditions, alarms: isRaised ? [...others, code] : others };
}
