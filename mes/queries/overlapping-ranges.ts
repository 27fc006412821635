import { overlappingRanges, type SsccRange } from "../../shared/domain/packing/sscc-range.ts";
import type { Queries } from "../database/database.ts";
import { readMasterData } from "../repositories/master-data-repository.ts";

/**
 * Whether an import would give two stations a common SSCC.
 * @returns which two, in words; undefined when none do
 */
export async function overlapAfterImport(
  db: Queries,
  items: readonly SsccRange[],
  remove: readonly string[],
): Promise<string | undefined> {
  const stored = await readMasterData(db, "sscc-range");
  const ranges = new Map(
    // Its schema was checked before it was stored.
    [...stored].map(([id, { body }]) => [id, JSON.parse(body) as SsccRange] as const),
  );
  for (const id of remove) ranges.delete(id);
  for (const item of items) ranges.set(item.ssccRangeId, item);
  const pair = overlappingRanges([...ranges.values()]);
  if (pair === undefined) return undefined;
  return `items: the ranges ${pair[0].ssccRangeId} and ${pair[1].ssccRangeId} have SSCCs in common`;
}
