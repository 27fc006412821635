import type { ScreenCommand } from "../station/station-link.ts";

/**
 * Intents nobody knows the fate of: sent, but no answer came. The next try of the same command with the same content
 * carries the same id, even after the screen was left or reloaded, so the booking exists once (I-3, P6). Another content
 * is another booking: it never goes out under an id that may have been used, or it would be taken for the first.
 */
export interface UnansweredIntents {
  find(name: ScreenCommand, content: object): string | null;
  /** An id that went out, whatever became of it. */
  wasSent(intentId: string): boolean;
  remember(name: ScreenCommand, content: object, intentId: string): void;
  forget(name: ScreenCommand, content: object): void;
}

const keyOf = (name: ScreenCommand, content: object) => `takt.unanswered.${name}.${JSON.stringify(content)}`;
const sentKeyOf = (intentId: string) => `takt.sent.${intentId}`;

export function unansweredIntentsIn(
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem">,
): UnansweredIntents {
  return {
    find: (name, content) => storage.getItem(keyOf(name, content)),
    wasSent: (intentId) => storage.getItem(sentKeyOf(intentId)) !== null,
    remember(name, content, intentId) {
      storage.setItem(keyOf(name, content), intentId);
      storage.setItem(sentKeyOf(intentId), name);
    },
    forget(name, content) {
      const intentId = storage.getItem(keyOf(name, content));
      if (intentId !== null) storage.removeItem(sentKeyOf(intentId));
      storage.removeItem(keyOf(name, content));
    },
  };
}
