import { useEffect, useState } from "react";

/** Monotonic ms of this browser, renewed each second: elapsed times tick, nothing else moves. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(() => performance.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNowMs(performance.now()), 1000);
    return () => window.clearInterval(timer);
  }, []);
  return nowMs;
}
