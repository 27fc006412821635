/** What a decision returns: an accepted value, or a refusal that is part of normal work and shown to a person. */
export type Result<Value, Refused> = Accepted<Value> | { readonly ok: false; readonly refusal: Refused };

export interface Accepted<Value> {
  readonly ok: true;
  readonly value: Value;
}

export function accept<Value>(value: Value): Accepted<Value> {
  return { ok: true, value };
}

export function refuse<Refused>(refusal: Refused): { readonly ok: false; readonly refusal: Refused } {
  return { ok: false, refusal };
}
