import {
  afterPinTry,
  carriedOver,
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
}

export function createPinLimits({ kept, save, booker, clock }: PinLimitsOptions): PinLimits {
  const start = clock.now();
  const guards = new Map([...kept].map(([subject, guard]) => [subject, carriedOver(guard, start)]));

  const leftMs = (subject: string): number => pinPauseLeftMs(guards.get(subject), clock.now());
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
      const subjects = [TERMINAL, personId];
      return keep(new Map(subjects.map((subject) => [subject, afterPinTry(guards.get(subject), now)])));
    },
    forgive: (personId) =>
      keep(
        new Map([
          [TERMINAL, null],
          [personId, null],
        ]),
      ),
  };
}
