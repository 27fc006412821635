import { z } from "zod";
import type { Actor } from "../../../shared/domain/event.ts";
import type { MasterData } from "../../../shared/domain/master-data.ts";
import { type Attendance, sinceMs } from "../../../shared/domain/people/attendance.ts";
import { decideEndings, isOrderWorked } from "../../../shared/domain/people/decide-endings.ts";
import type { SessionTimes } from "../../../shared/domain/people/session-times.ts";
import { activePerson, isLeadHere } from "../../../shared/domain/people/signed-in.ts";
import type { ShiftCalendar } from "../../../shared/domain/shifts/shift-calendar.ts";
import type { Clock, Instant } from "../../../shared/lib/clock.ts";
import type { NewId } from "../../../shared/lib/ids.ts";
import type { Recorder } from "../record/recorder.ts";
import type { Booker } from "./booker.ts";

/** Touches are kept this often, so that a restart costs nobody who is at work their rights. */
const KEPT_EVERY_MS = 60_000;
const STATION: Actor = { personId: null, auth: "station" };

export interface RightsDeskOptions {
  readonly recorder: Recorder;
  readonly booker: Booker;
  readonly master: () => MasterData;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly times: SessionTimes;
  readonly calendar: () => ShiftCalendar;
  /** What `keep` was given last; undefined: nothing yet. */
  readonly kept: string | undefined;
  /** @throws as any write of the store */
  readonly keep: (text: string) => void;
}

/** Ends rights by time (ST-8 to ST-11). Signs of life are its memory; what they lead to is in the journal. */
export interface RightsDesk {
  /** Records what has ended by now. Asked before every decision: after a standstill no tick has come yet (P9). */
  settle(): void;
  /** Somebody touched, scanned or measured, in the name of the active person. Rights that have ended stay ended. */
  touched(): void;
  /** Settles, and keeps for a restart when somebody was last here. */
  tick(): void;
  /** How long what only a lead may is still allowed; null: no lead is active. */
  leadLeftMs(): number | null;
}

export function createRightsDesk(options: RightsDeskOptions): RightsDesk {
  const { recorder, booker, clock, times } = options;
  let attendance = attendanceOf(options.kept, clock.now());
  let keptAt: Instant | undefined;
  const known = () => ({ state: recorder.state(), master: options.master() });
  const settle = (): Instant => {
    const at = clock.now();
    const drafts = decideEndings(known(), { at, times, attendance, calendar: options.calendar() });
    if (drafts.length > 0) booker.book(drafts, { intentId: options.newId(), actor: STATION });
    if (isOrderWorked(known())) attendance = { ...attendance, busyAt: at };
    return at;
  };
  const keep = (at: Instant): void => {
    if (sinceMs(keptAt, at) < KEPT_EVERY_MS) return;
    keptAt = at;
    booker.keep(() => options.keep(textOf(attendance)));
  };
  return {
    settle: () => void settle(),
    touched() {
      const at = settle();
      const personId = activePerson(recorder.state())?.personId;
      const touchedAt = new Map(attendance.touchedAt);
      if (personId !== undefined) touchedAt.set(personId, at);
      attendance = { touchedAt, busyAt: at };
    },
    tick: () => keep(settle()),
    leadLeftMs() {
      const active = activePerson(recorder.state());
      if (active === undefined || !isLeadHere(known())) return null;
      return Math.max(0, times.leadMs - sinceMs(active.provedAt, clock.now()));
    },
  };
}

const instantSchema = z.object({
  atUtc: z.iso.datetime(),
  monoNs: z.string().regex(/^\d+$/),
  bootId: z.string(),
  clockState: z.enum(["trusted", "unknown"]),
});
const attendanceSchema = z.object({
  touchedAt: z.record(z.string(), instantSchema),
  busyAt: instantSchema,
});

function textOf({ touchedAt, busyAt }: Attendance): string {
  return JSON.stringify({ touchedAt: Object.fromEntries(touchedAt), busyAt });
}

/**
 * What cannot be read, or is of an earlier boot, is not there: then the rights of whoever did not just sign in end, and a
 * badge brings them back.
 */
function attendanceOf(text: string | undefined, now: Instant): Attendance {
  const { data } = attendanceSchema.safeParse(text === undefined ? undefined : JSON.parse(text));
  if (data === undefined || data.busyAt.bootId !== now.bootId) return { touchedAt: new Map(), busyAt: now };
  return { ...data, touchedAt: new Map(Object.entries(data.touchedAt)) };
}
