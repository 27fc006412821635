import { rename, writeFile } from "node:fs/promises";
import type { Queries } from "../database/database.ts";
import { readIfPresent } from "../secrets/create-once.ts";

/*
 * A database restored from a backup has forgotten directives that stations have seen, and would give their numbers to
 * others: a station would then miss work without a hole to see. So the count of directives ever given out is kept
 * beside the database, and a database that is behind it gets a new mesEpoch, on which stations pull from the beginning.
 */
export interface DirectiveMark {
  /** Notes how many there are now. Called after each commit that made some. */
  raise(): Promise<void>;
}

async function countDirectives(db: Queries): Promise<number> {
  const rows = await db.query<{ total: number }>(
    "SELECT coalesce(sum(directive_seq), 0) AS total FROM station",
  );
  return rows[0]?.total ?? 0;
}

/**
 * @returns whether this database has forgotten directives, or may have: every start leaves a mark, so one that is missing was
 *   lost with the data folder, or taken away by a person who put back a backup of both
 */
export async function isBehindMark(db: Queries, path: string): Promise<boolean> {
  const marked = await readIfPresent(path);
  const given = await countDirectives(db);
  return marked === undefined ? given > 0 : Number(marked) > given;
}

export function openDirectiveMark(db: Queries, path: string): DirectiveMark {
  let writing: Promise<void> = Promise.resolve();
  const write = async () => {
    await writeFile(`${path}.new`, String(await countDirectives(db)), { flush: true, mode: 0o600 });
    await rename(`${path}.new`, path);
  };
  return {
    raise: () => {
      writing = writing.then(write, write);
      return writing;
    },
  };
}
