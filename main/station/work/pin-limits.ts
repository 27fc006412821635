import {
  afterPinTry,
  carriedOver,
  guardOf,
  isPinLocked,
  type PinGuard,
  pinPauseLeftMs,
} from "../../../shared/domain/people/pin-guard.ts";
import type { Refusal } from "../../../shared/domain/refusal.ts";
import type { Clock } from "../../../shared/lib/clock.ts";
import type { Result } from "../../../shared/lib/result.ts";
import type { Booker } from "./booker.ts";

/** The guard of the terminal, whoever's PIN is tried there. */
const TERMINAL = "";

export interface PinLimitsOptions {
  /** Guards as they were kept, by person and one for the terminal. */
  readonly kept: ReadonlyMap<string, PinGuard>;
  /** Keeps changes durably; null forgives. @throws as any write of the store */
  readonly save: (changes: ReadonlyMap<string, PinGuard | null>) => void;
  /** Hash of the PIN that the MES sent last; undefined: it knows no such person. */
  readonly pinHashOf: (personId: string) => string | undefined;
  readonly booker: Pick<Booker, "keep">;
  readonly clock: Clock;
}

/**
 * How often PINs may be tried (fault L1): per person, whom nobody else's right PIN forgives, and per terminal, so that one
 * PIN is not tried on everybody. Badges are never limited.
 */
export interface PinLimits {
  /** Milliseconds until a PIN of this person may be tried; 0: now. */
  pauseLeftMs(personId: string): number;
  /** The same for everybody at this terminal. */
  terminalPauseLeftMs(): number;
  /** Counts a try durably. Only when that has succeeded may the PIN be compared. */
  count(personId: string): Result<void, Refusal>;
  /** The PIN was right. */
  forgive(personId: string): Result<void, Refusal>;
  /** So many in a row were wrong that no PIN of this person is compared any more, until a lead or a new PIN helps. */
  isLocked(personId: string): boolean;
  /** A lead lets the PIN be tried again. */
  unlock(personId: string): Result<void, Refusal>;
}

export function createPinLimits({ kept, save, pinHashOf, booker, clock }: PinLimitsOptions): PinLimits {
  const start = clock.now();
  const guards = new Map([...kept].map(([subject, guard]) => [subject, carriedOver(guard, start)]));

  const guardFor = (subject: string): PinGuard | undefined =>
    subject === TERMINAL ? guards.get(TERMINAL) : guardOf(guards.get(subject), pinHashOf(subject) ?? "");
  const leftMs = (subject: string): number => pinPauseLeftMs(guardFor(subject), clock.now());
  const keep = (changes: ReadonlyMap<string, PinGuard | null>): Result<void, Refusal> => {
    const saved = booker.keep(() => save(changes));
    if (!saved.ok) return saved;
    for (const [subject, guard] of changes) {
      if (guard === null) guards.delete(subject);
      else guards.set(subject, guard);
    }
    return saved;
  };

  return {
    terminalPauseLeftMs: () => leftMs(TERMINAL),
    pauseLeftMs: (personId) => Math.max(leftMs(TERMINAL), leftMs(personId)),
    count(personId) {
      const now = clock.now();
      const ofTerminal = afterPinTry(guardFor(TERMINAL), { now, pinHash: null });
      const own = afterPinTry(guardFor(personId), { now, pinHash: pinHashOf(personId) ?? null });
      return keep(
        new Map([
          [TERMINAL, ofTerminal],
          [personId, own],
        ]),
      );
    },
    forgive: (personId) =>
      keep(
        new Map([
          [TERMINAL, null],
          [personId, null],
        ]),
      ),
    isLocked: (personId) => isPinLocked(guardFor(personId)),
    unlock: (personId) => keep(new Map([[personId, null]])),
  };
}
