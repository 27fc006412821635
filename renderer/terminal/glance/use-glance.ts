import { useCallback, useEffect, useRef, useState } from "react";

const AFTER_MS = 90_000;
const LOOK_EVERY_MS = 1_000;

export interface Glance {
  readonly shown: boolean;
  wake(): void;
}

interface GlanceOptions {
  readonly staged: boolean;
  /** The station is away: an old state in large letters would be believed, so the screen that says it is old stays. */
  readonly isLost: boolean;
}

/** Glance mode when nobody touched or scanned for 90 s. A scan wakes and is processed; a touch only wakes. */
export function useGlance(scanId: string | null, { staged, isLost }: GlanceOptions): Glance {
  const [shown, setShown] = useState(staged);
  const lastActiveMs = useRef(performance.now());
  const wake = useCallback(() => {
    lastActiveMs.current = performance.now();
    setShown(false);
  }, []);

  useEffect(() => {
    if (scanId !== null && !staged) wake();
  }, [scanId, staged, wake]);

  useEffect(() => {
    if (staged) return;
    const active = () => {
      lastActiveMs.current = performance.now();
    };
    window.addEventListener("pointerdown", active, true);
    window.addEventListener("keydown", active, true);
    return () => {
      window.removeEventListener("pointerdown", active, true);
      window.removeEventListener("keydown", active, true);
    };
  }, [staged]);

  useEffect(() => {
    if (isLost) setShown(false);
    if (isLost || staged) return;
    const timer = setInterval(() => {
      if (performance.now() - lastActiveMs.current >= AFTER_MS) setShown(true);
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isLost, staged]);

  return { shown, wake };
}
