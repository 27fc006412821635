/** What a use case did in its transaction, and who has to be told once it is committed. */
export interface Written<Value> {
  readonly value: Value;
  /** False: nothing was written, so nothing needs to be made durable. */
  readonly changed: boolean;
  /** Stations with new directives. */
  readonly directed: readonly string[];
}

export function wrote<Value>(value: Value, directed: readonly string[] = []): Written<Value> {
  return { value, changed: true, directed };
}

export function wroteNothing<Value>(value: Value): Written<Value> {
  return { value, changed: false, directed: [] };
}
