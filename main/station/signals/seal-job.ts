import type { SampleColumns } from "./sample-columns.ts";
import { gatherHead, groupsOf, type HeadContent, type SealOptions, sealGroup } from "./seal.ts";
import type { HeadRow, NewSegment } from "./signal-storage.ts";

/** Sealing of one partition in steps of some ten milliseconds, so that values arriving meanwhile wait no longer. */
export class SealJob {
  readonly partition: number;
  readonly upToSeq: number;
  readonly content: HeadContent;
  readonly segments: NewSegment[] = [];
  readonly #options: SealOptions;
  readonly #groups: (readonly SampleColumns[])[];

  constructor(rows: readonly HeadRow[], partition: number, options: SealOptions) {
    this.partition = partition;
    this.upToSeq = rows.at(-1)?.seq ?? 0;
    this.content = gatherHead(rows, partition);
    this.#options = options;
    this.#groups = [...groupsOf(this.content)];
  }

  /** Encodes one more group. @returns false when all are */
  step(): boolean {
    const group = this.#groups.shift();
    if (group === undefined) return false;
    this.segments.push(...sealGroup(group, this.#options));
    return true;
  }
}
