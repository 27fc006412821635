import { useCallback, useId } from "react";
import type { PressEvent } from "react-aria-components";
import { acceptsPress, BOUNCE_MS, type Contact } from "./press-guard.ts";

/** One hand works one screen: the last accepted contact is shared by all keys. */
let lastContact: Contact | null = null;

/** Wraps a press handler so that bounces and palms do nothing. */
export function usePressGuard(
  onPress: (() => void) | undefined,
  bounceMs = BOUNCE_MS,
): (event: PressEvent) => void {
  const key = useId();
  return useCallback(
    (event) => {
      const contact = { key, atMs: performance.now(), touch: event.pointerType === "touch" };
      if (!acceptsPress(lastContact, contact, bounceMs)) return;
      lastContact = contact;
      onPress?.();
    },
    [key, onPress, bounceMs],
  );
}
