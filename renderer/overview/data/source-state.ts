/** Why the newest answer could not be shown. Closed: each has its own sentence on the page. */
export type SourceProblem = "unreachable" | "refused" | "not-found" | "bad-answer";

/** What a page knows of one address of the MES: the last good answer, and what went wrong since, if anything did. */
export interface SourceState<Data> {
  readonly data: Data | null;
  /** Monotonic ms when `data` arrived; null before the first good answer. */
  readonly receivedAtMs: number | null;
  readonly problem: SourceProblem | null;
}

export type SourceAnswer<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly problem: SourceProblem };

export function nothingYet<Data>(): SourceState<Data> {
  return { data: null, receivedAtMs: null, problem: null };
}

/** A bad answer never takes away what was good before it: the old data stays, and is shown with its age. */
export function afterAnswer<Data>(
  state: SourceState<Data>,
  answer: SourceAnswer<Data>,
  atMs: number,
): SourceState<Data> {
  if (!answer.ok) return { ...state, problem: answer.problem };
  return { data: answer.data, receivedAtMs: atMs, problem: null };
}
