import { useEffect } from "react";
import type { z } from "zod";
import { onAskAgain } from "./ask-again.ts";
import { askMes } from "./mes-api.ts";
import type { SourceState } from "./source-state.ts";
import { useSource } from "./use-source.ts";

/**
 * Asks `path` again `intervalMs` after each answer, and at once when the page becomes visible or has changed something. A hidden page asks
 * nothing. Give the component a key per path: one hook instance belongs to one address.
 */
export function usePolled<Data>(
  path: string,
  schema: z.ZodType<Data>,
  intervalMs: number,
): SourceState<Data> {
  const [state, take] = useSource<Data>();
  useEffect(() => {
    const stop = new AbortController();
    let timer = 0;
    let asking = false;
    const ask = async (): Promise<void> => {
      if (asking || document.hidden) return;
      asking = true;
      window.clearTimeout(timer);
      const answer = await askMes(path, schema, { signal: stop.signal });
      asking = false;
      if (stop.signal.aborted) return;
      take(answer);
      timer = window.setTimeout(() => void ask(), intervalMs);
    };
    document.addEventListener("visibilitychange", () => void ask(), { signal: stop.signal });
    onAskAgain(() => void ask(), stop.signal);
    void ask();
    return () => {
      stop.abort();
      window.clearTimeout(timer);
    };
  }, [path, schema, intervalMs, take]);
  return state;
}
