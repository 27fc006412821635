import { timingSafeEqual } from "node:crypto";
import type { ClientRole } from "./context.ts";

/** Origin that the shell's own protocol gives the screen. */
export const SCREEN_ORIGIN = "app://terminal";

export interface Knock {
  readonly host: string | undefined;
  readonly origin: string | undefined;
}

/**
 * First gate (fault L4), before a socket exists: the Host must be ours to the letter, so a web page cannot reach us by a
 * name it rebinds; an Origin, if there is one, must be the screen's. Programs send none, browsers always do.
 */
export function mayKnock(knock: Knock, port: number): boolean {
  if (knock.host !== `127.0.0.1:${port}`) return false;
  return knock.origin === undefined || knock.origin === SCREEN_ORIGIN;
}

export interface Tokens {
  readonly screen: string;
  readonly tool: string;
}

/**
 * Second gate: the token in the first message. The screen's token counts only with the screen's origin and the tools'
 * only without one.
 */
export function roleOf(token: unknown, origin: string | undefined, tokens: Tokens): ClientRole | undefined {
  if (typeof token !== "string") return undefined;
  if (origin === SCREEN_ORIGIN) return equal(token, tokens.screen) ? "screen" : undefined;
  return equal(token, tokens.tool) ? "tool" : undefined;
}

/** Takes the same time whatever the difference, so tokens cannot be guessed digit by digit. */
function equal(given: string, wanted: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(wanted);
  return left.length === right.length && timingSafeEqual(left, right);
}
