import type { MasterData } from "../../../shared/domain/master-data.ts";
import { decideSignIn } from "../../../shared/domain/people/decide.ts";
import { type RefusalCode, refusal } from "../../../shared/domain/refusal.ts";
import type { CommandAnswer, CommandInput } from "../../../shared/screen/commands.ts";
import type { Recorder } from "../record/recorder.ts";
import type { Booker } from "./booker.ts";
import { answer } from "./command-desk.ts";
import type { PinLimits } from "./pin-limits.ts";
import type { RightsDesk } from "./rights-desk.ts";

export interface SignInDeskOptions {
  readonly recorder: Recorder;
  readonly booker: Booker;
  readonly pinLimits: PinLimits;
  readonly master: () => MasterData;
  /** Against the argon2id hash that the MES sent down; works without network. */
  readonly verifyPin: (pinHash: string, pin: string) => Promise<boolean>;
  readonly rights: Pick<RightsDesk, "settle">;
}

export type SignInDesk = (input: CommandInput<"session.signInWithPin">) => Promise<CommandAnswer>;

export function createSignInDesk(options: SignInDeskOptions): SignInDesk {
  const { recorder, booker, pinLimits } = options;
  let lastTry: Promise<unknown> = Promise.resolve();
  const tryPin = async (input: CommandInput<"session.signInWithPin">): Promise<CommandAnswer> => {
    const before = recorder.booked(input.intentId);
    if (before !== undefined) return { ok: true, ...before };
    const person = options.master().person.get(input.personId);
    if (person === undefined) return no("unknown-person");
    if (pinLimits.isLocked(input.personId)) return no("pin-locked");
    if (pinLimits.pauseLeftMs(input.personId) > 0) return no("pin-paused");
    const counted = pinLimits.count(input.personId);
    if (!counted.ok) return { ok: false, refusal: counted.refusal };
    if (!(await options.verifyPin(person.pinHash, input.pin))) return no("wrong-pin");
    const forgiven = pinLimits.forgive(input.personId);
    if (!forgiven.ok) return { ok: false, refusal: forgiven.refusal };
    options.rights.settle();
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
