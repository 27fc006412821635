import { useCallback, useId } from "react";
import type { PressEvent } from "react-aria-components";
import { acceptsPress, BOUNCE_MS, type Contact } from "./press-guard.ts";
import { newestFinger } from "./watch-fingers.ts";

/** One hand works one screen: the last accepted contact is shared by all keys. */
let lastContact: Contact | null = null;

/** Until then nothing counts: keys came up by themselves, under a finger that was on its way to another one. */
let quietUntilMs = Number.NEGATIVE_INFINITY;

/** What has just opened itself is not answered by a press that was meant for what was there before. */
export function holdPressesBack(): void {
  quietUntilMs = performance.now() + BOUNCE_MS;
}

/** Wraps a press handler so that bounces and palms do nothing. */
export function usePressGuard(
  onPress: (() => void) | undefined,
  bounceMs = BOUNCE_MS,
): (event: PressEvent) => void {
  const key = useId();
  return useCallback(
    (event) => {
      const contact = { key, atMs: pressedAtMs(), bounceMs, ...touchOf(event) };
      if (contact.atMs < quietUntilMs || !acceptsPress(lastContact, contact)) return;
      lastContact = contact;
      onPress?.();
    },
    [key, onPress, bounceMs],
  );
}

/** When the finger pressed, not when a busy page came to it: a bounce that waited behind the first press is still one. */
function pressedAtMs(): number {
  return globalThis.event?.timeStamp ?? performance.now();
}

/** react-aria tells the place within the key, but none of a touch that was long or slid: there it makes the click itself. */
function touchOf({ target, pointerType, x, y }: PressEvent): Omit<Contact, "key" | "atMs" | "bounceMs"> {
  const touch = pointerType === "touch";
  const finger = touch ? newestFinger() : null;
  if (finger !== null) return { touch, finger: finger.number, x: finger.x, y: finger.y };
  const { left, top } = target.getBoundingClientRect();
  return { touch, finger: null, x: left + x, y: top + y };
}
