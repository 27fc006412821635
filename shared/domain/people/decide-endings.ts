import type { Instant } from "../../lib/clock.ts";
import { durationBetween } from "../../lib/duration.ts";
import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import { isWorked } from "../orders/active-order.ts";
import type { ShiftCalendar } from "../shifts/shift-calendar.ts";
import { shiftEndAfter } from "../shifts/shift-end-after.ts";
import { type Attendance, idleMs, sinceMs } from "./attendance.ts";
import type { Presence } from "./presence.ts";
import type { SessionTimes } from "./session-times.ts";
import { signedIn } from "./signed-in.ts";

export interface Now {
  readonly at: Instant;
  readonly times: SessionTimes;
  readonly attendance: Attendance;
  readonly calendar: ShiftCalendar;
}

/**
 * What of people's rights has ended by now, each once: an ended right is in the state and ends no second time. No wall
 * clock decides: one that is put forward ends nobody's rights, one that is put back prolongs nobody's (C2, ST-8).
 */
export function decideEndings(known: Known, now: Now): readonly Draft[] {
  const here = signedIn(known.state);
  const standsMs = isOrderWorked(known) ? 0 : sinceMs(now.attendance.busyAt, now.at);
  const leaving = here.flatMap((one): readonly Leaving[] => {
    if (isShiftOver(one, now)) return [{ one, cause: "shift-end" }];
    const isIdle = Math.min(standsMs, idleMs(one, now.attendance, now.at)) >= now.times.withoutOrderMs;
    return isIdle ? [{ one, cause: "no-order" }] : [];
  });
  const staying = here.filter((one) => leaving.every((left) => left.one !== one));
  return [...leaving.map(signedOut), ...endedRights(known, staying, now)];
}

interface Leaving {
  readonly one: Presence;
  readonly cause: "shift-end" | "no-order";
}

function signedOut({ one, cause }: Leaving): Draft {
  return { type: "person.signed-out", jobOrder: null, payload: { personId: one.personId, cause } };
}

interface Entitled extends Presence {
  /** Has what only leads may. */
  readonly isLead: boolean;
}

function endedRights({ master }: Known, here: readonly Presence[], now: Now): readonly Draft[] {
  const entitled = here
    .filter(({ rights }) => rights !== "none")
    .map((one): Entitled => {
      const isLead = one.rights === "all" && master.person.get(one.personId)?.role === "lead";
      return { ...one, isLead };
    });
  const idle = entitled.filter((one) => idleMs(one, now.attendance, now.at) >= now.times.idleMs);
  const over = entitled.filter(
    (one) => one.isLead && !idle.includes(one) && sinceMs(one.provedAt, now.at) >= now.times.leadMs,
  );
  return [
    ...idle.map((one) => {
      const cause = Number.isFinite(idleMs(one, now.attendance, now.at)) ? "idle" : "restart";
      return rightsEnded(one, { left: "none", cause });
    }),
    ...over.map((one) => rightsEnded(one, { left: leftOver(one, entitled, now), cause: "lead-time" })),
  ];
}

/**
 * What is left to a lead whose time is over: the place of an ordinary person, unless somebody else was at work here at
 * that moment, whose place it is again. After a standstill it is asked late, and answered as if it had been asked in time.
 */
function leftOver(lead: Entitled, entitled: readonly Entitled[], now: Now): "own" | "none" {
  const overMs = sinceMs(lead.provedAt, now.at) - now.times.leadMs;
  const wasAtWork = (one: Entitled): boolean =>
    one !== lead &&
    idleMs(one, now.attendance, now.at) - overMs < now.times.idleMs &&
    !isOverBefore(one, lead, now);
  return entitled.some(wasAtWork) ? "none" : "own";
}

/** Of two leads the earlier one has nothing left by the time the later one's time is over. */
function isOverBefore(one: Entitled, lead: Entitled, { at, times }: Now): boolean {
  const sinceProofMs = sinceMs(one.provedAt, at);
  return one.isLead && sinceProofMs >= sinceMs(lead.provedAt, at) && sinceProofMs >= times.leadMs;
}

function rightsEnded(
  { personId }: Presence,
  ended: { readonly left: "own" | "none"; readonly cause: "idle" | "lead-time" | "restart" },
): Draft {
  return { type: "person.rights-ended", jobOrder: null, payload: { personId, ...ended } };
}

/** Whether an order is set up or runs at any place of the terminal. */
export function isOrderWorked({ state }: Pick<Known, "state">): boolean {
  return [...state.jobOrder.values()].some(isWorked);
}

/**
 * Somebody who comes shortly before a change of shifts belongs to the next one. How long the shift still takes was read off
 * the wall clock when the person came; that it has passed, the monotonic clock says. Of an earlier boot only the wall clock
 * is left, and nobody has rights from then.
 */
function isShiftOver({ provedAt }: Presence, { at, times, calendar }: Now): boolean {
  const cameMs = Date.parse(provedAt.atUtc);
  const endMs = endOfShift(provedAt, { calendar, fromMs: cameMs + times.afterShiftMs });
  return endMs !== undefined && durationBetween(provedAt, at).ms >= endMs - cameMs + times.afterShiftMs;
}

interface ShiftOfPerson {
  readonly calendar: ShiftCalendar;
  readonly fromMs: number;
}

/** It is asked for each second and each booking, and changes with the calendar alone. */
const found = new WeakMap<Instant, ShiftOfPerson & { readonly endMs: number | undefined }>();

function endOfShift(provedAt: Instant, { calendar, fromMs }: ShiftOfPerson): number | undefined {
  const known = found.get(provedAt);
  if (known?.calendar === calendar && known.fromMs === fromMs) return known.endMs;
  const endMs = shiftEndAfter(calendar, fromMs);
  found.set(provedAt, { calendar, fromMs, endMs });
  return endMs;
}
