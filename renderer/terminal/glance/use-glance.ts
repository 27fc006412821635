import { useCallback, useEffect, useRef, useState } from "react";

const AFTER_MS = 90_000;
const LOOK_EVERY_MS = 1_000;

export interface Glance {
  readonly shown: boolean;
  wake(): void;
}

/** Glance mode when nobody touched or scanned for 90 s. A scan wakes and is processed; a touch only wakes. */
export function useGlance(scanId: string | null, staged: boolean): Glance {
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
    const timer = setInterval(() => {
      if (performance.now() - lastActiveMs.current >= AFTER_MS) setShown(true);
    }, LOOK_EVERY_MS);
    window.addEventListener("pointerdown", active, true);
    window.addEventListener("keydown", active, true);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pointerdown", active, true);
      window.removeEventListener("keydown", active, true);
    };
  }, [staged]);

  return { shown, wake };
}
