import type { Directive } from "../../../shared/protocol/directive.ts";
import type { DirectiveMirror } from "../sync/sync-ports.ts";

/** A mirror that behaves like the one on SQLite: the latest body by kind and id. */
export class MemoryMirror implements DirectiveMirror {
  readonly bodies = new Map<string, NonNullable<Directive["body"]>>();
  confirmedUtc: string | null = null;
  #cursor = 0;

  cursor(): number {
    return this.#cursor;
  }

  apply(directives: readonly Directive[], confirmedUtc: string): void {
    for (const { kind, id, body, seq } of directives) {
      if (body === null) this.bodies.delete(`${kind}/${id}`);
      else this.bodies.set(`${kind}/${id}`, body);
      this.#cursor = seq;
    }
    this.confirmedUtc = confirmedUtc;
  }

  confirm(atUtc: string): void {
    this.confirmedUtc = atUtc;
  }
}
