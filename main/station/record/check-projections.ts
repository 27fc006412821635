import { areas, type StationState } from "../../../shared/domain/station-state.ts";

export interface ProjectionDifference {
  readonly check: "projection";
  readonly where: string;
  readonly what: string;
}

/** Compares the stored rows with the fold of the journal, row by row. */
export function checkProjections(
  stored: StationState,
  folded: StationState,
): readonly ProjectionDifference[] {
  return areas.flatMap((area) => {
    const ids = new Set([...stored[area].keys(), ...folded[area].keys()]);
    return [...ids].toSorted().flatMap((id) => {
      const what = rowFault(stored[area].get(id), folded[area].get(id));
      return what === undefined ? [] : [{ check: "projection", where: `${area}/${id}`, what } as const];
    });
  });
}

function rowFault(stored: unknown, folded: unknown): string | undefined {
  if (stored === undefined) return "the row is missing";
  if (folded === undefined) return "the row comes from no event";
  return canonical(stored) === canonical(folded)
    ? undefined
    : "the row differs from what the events add up to";
}

/** JSON with sorted keys: two equal rows give equal text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
}
