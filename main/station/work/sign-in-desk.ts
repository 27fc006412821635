import type { MasterData } from "../../../shared/domain/master-data.ts";
import { decideSignIn } from "../../../shared/domain/people/decide.ts";
import { afterWrongPin, freshPinGuard, isPaused } from "../../../shared/domain/people/pin-guard.ts";
import { type RefusalCode, refusal } from "../../../shared/domain/refusal.ts";
import type { CommandAnswer, CommandInput } from "../../../shared/screen/commands.ts";
import type { Recorder } from "../record/recorder.ts";
import type { Booker } from "./booker.ts";
import { answer } from "./command-desk.ts";
import type { StationMemory } from "./memory.ts";

export interface SignInDeskOptions {
  readonly recorder: Recorder;
  readonly booker: Booker;
  readonly memory: StationMemory;
  readonly master: () => MasterData;
  readonly nowMs: () => number;
  /** Against the argon2id hash that the MES sent down; works without network. */
  readonly verifyPin: (pinHash: string, pin: string) => Promise<boolean>;
}

export type SignInDesk = (input: CommandInput<"session.signInWithPin">) => Promise<CommandAnswer>;

export function createSignInDesk(options: SignInDeskOptions): SignInDesk {
  const { recorder, booker, memory } = options;
  let lastTry: Promise<unknown> = Promise.resolve();
  const tryPin = async (input: CommandInput<"session.signInWithPin">): Promise<CommandAnswer> => {
    const before = recorder.booked(input.intentId);
    if (before !== undefined) return { ok: true, ...before };
    if (isPaused(memory.pinGuard, options.nowMs())) return no("pin-paused");
    const person = options.master().person.get(input.personId);
    if (person === undefined) return no("unknown-person");
    if (!(await options.verifyPin(person.pinHash, input.pin))) {
      memory.pinGuard = afterWrongPin(memory.pinGuard, options.nowMs());
      return no("wrong-pin");
    }
    memory.pinGuard = freshPinGuard;
    const decision = decideSignIn(options.master(), input.personId, "pin");
    if (!decision.ok) return decision;
    const actor = { personId: input.personId, auth: "pin" } as const;
    return answer(booker.book(decision.value, { intentId: input.intentId, actor }));
  };
  // One PIN at a time: many sent at once would all be compared before the first wrong one counts (fault L1).
  return (input) => {
    const tried = lastTry.then(() => tryPin(input));
    lastTry = tried.catch(() => undefined);
    return tried;
  };
}

function no(code: RefusalCode): CommandAnswer {
  return { ok: false, refusal: refusal(code) };
}
