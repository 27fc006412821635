import type { ScreenCommand } from "../station/station-link.ts";

/**
 * Intents nobody knows the fate of: sent, but no answer came. The next try of the same command carries the same id,
 * even after the screen was left or reloaded, so the booking exists once (I-3, P6).
 */
export interface UnansweredIntents {
  find(name: ScreenCommand): string | null;
  remember(name: ScreenCommand, intentId: string): void;
  forget(name: ScreenCommand): void;
}

const keyOf = (name: ScreenCommand) => `takt.unanswered.${name}`;

export function unansweredIntentsIn(
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem">,
): UnansweredIntents {
  return {
    find: (name) => storage.getItem(keyOf(name)),
    remember: (name, intentId) => storage.setItem(keyOf(name), intentId),
    forget: (name) => storage.removeItem(keyOf(name)),
  };
}
