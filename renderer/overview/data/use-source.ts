import { useCallback, useEffect, useState } from "react";
import { reloadIfOutdated } from "./newer-pages.ts";
import { afterAnswer, nothingYet, type SourceAnswer, type SourceState } from "./source-state.ts";

/**
 * Holds the state of one source and stamps each answer with the monotonic clock of this browser. An answer that cannot
 * be read may be one of a newer MES, which then also has the page to read it.
 */
export function useSource<Data>(): [SourceState<Data>, (answer: SourceAnswer<Data>) => void] {
  const [state, setState] = useState<SourceState<Data>>(nothingYet);
  const take = useCallback((answer: SourceAnswer<Data>) => {
    const atMs = performance.now();
    setState((before) => afterAnswer(before, answer, atMs));
  }, []);
  useEffect(() => {
    if (state.problem === "bad-answer") void reloadIfOutdated();
  }, [state.problem]);
  return [state, take];
}
