import { useEffect, useRef, useState } from "react";
import type { z } from "zod";
import { askMes } from "./mes-api.ts";
import { reloadIfOutdated } from "./newer-pages.ts";
import type { SourceProblem } from "./source-state.ts";

/** Somebody waits for it and sees that it works; longer than a page that asks again by itself. */
const PATIENCE_MS = 60_000;

export interface Asked<Data> {
  readonly isBusy: boolean;
  /** Of the last time; null: it went well, or nobody asked yet. */
  readonly problem: SourceProblem | null;
  /** @returns null when there is no answer, or the page was left meanwhile */
  readonly ask: () => Promise<Data | null>;
}

/** Asks `path` when a person wants it, one answer at a time; leaving the page ends it. */
export function useAsked<Data>(path: string, schema: z.ZodType<Data>): Asked<Data> {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SourceProblem | null>(null);
  const asking = useRef<AbortController | null>(null);
  useEffect(() => () => asking.current?.abort(), []);
  const ask = async (): Promise<Data | null> => {
    const stop = new AbortController();
    asking.current?.abort();
    asking.current = stop;
    setBusy(true);
    setProblem(null);
    const answer = await askMes(path, schema, { signal: stop.signal, timeoutMs: PATIENCE_MS });
    if (stop.signal.aborted) return null;
    setBusy(false);
    if (answer.ok) return answer.data;
    setProblem(answer.problem);
    if (answer.problem === "bad-answer") void reloadIfOutdated();
    return null;
  };
  return { isBusy, problem, ask };
}
