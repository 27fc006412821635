import { useCallback, useState } from "react";
import { afterAnswer, nothingYet, type SourceAnswer, type SourceState } from "./source-state.ts";

/** Holds the state of one source and stamps each answer with the monotonic clock of this browser. */
export function useSource<Data>(): [SourceState<Data>, (answer: SourceAnswer<Data>) => void] {
  const [state, setState] = useState<SourceState<Data>>(nothingYet);
  const take = useCallback((answer: SourceAnswer<Data>) => {
    const atMs = performance.now();
    setState((before) => afterAnswer(before, answer, atMs));
  }, []);
  return [state, take];
}
