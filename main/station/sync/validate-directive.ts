import { z } from "zod";
import { accept, type Result, refuse } from "../../../shared/lib/result.ts";
import {
  type Directive,
  directiveKeys,
  directiveSchema,
  type MasterDataKind,
  masterDataSchemas,
} from "../../../shared/protocol/directive.ts";

/** A directive that was not applied, and why; what is mirrored stays as it was. */
export interface RefusedDirective {
  /** 0 when not even that could be read. */
  readonly seq: number;
  readonly kind: string;
  readonly id: string;
  readonly reason: "malformed" | "invalid-body" | "wrong-id" | "out-of-order";
  readonly detail: string;
}

/**
 * Holds one entry of a directive page against what its kind allows. A kind of a later version passes as it is: the
 * mirror keeps it for the version that knows it (I-15).
 *
 * @param afterSeq sequence of the entry before it; the log only goes up
 */
export function validateDirective(raw: unknown, afterSeq: number): Result<Directive, RefusedDirective> {
  const parsed = directiveSchema.safeParse(raw);
  if (!parsed.success) return refuse({ ...named(raw), reason: "malformed", detail: plain(parsed.error) });
  const { seq, kind, id, body } = parsed.data;
  const reject = (reason: RefusedDirective["reason"], detail: string) =>
    refuse({ seq, kind, id, reason, detail });
  if (seq <= afterSeq) return reject("out-of-order", `sequence ${seq} after ${afterSeq}`);
  // A kind is used as a key further on; "constructor" would find something under it.
  if (kind in Object.prototype) return reject("malformed", `"${kind}" is no kind`);
  if (body === null || !isMasterDataKind(kind)) return accept(parsed.data);
  const content = masterDataSchemas[kind].safeParse(body);
  if (!content.success) return reject("invalid-body", plain(content.error));
  if (body[directiveKeys[kind]] !== id) return reject("wrong-id", `the body belongs to another ${kind}`);
  return accept(parsed.data);
}

function isMasterDataKind(kind: string): kind is MasterDataKind {
  return Object.hasOwn(masterDataSchemas, kind);
}

const nameable = z.object({
  seq: z.int().catch(0),
  kind: z.string().max(40).catch("?"),
  id: z.string().max(80).catch("?"),
});

function named(raw: unknown): { seq: number; kind: string; id: string } {
  const parsed = nameable.safeParse(raw);
  return parsed.success ? parsed.data : { seq: 0, kind: "?", id: "?" };
}

function plain(error: z.ZodError): string {
  return z.prettifyError(error).slice(0, 500);
}
