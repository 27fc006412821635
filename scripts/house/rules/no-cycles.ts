import type { House } from "../house.ts";
import type { HouseRule, Violation } from "../house-rule.ts";

export const noCycles: HouseRule = {
  id: "no-cycles",
  reason: "Files that import one another, even for types alone, can only be understood and moved together.",
  check(house) {
    const settled = new Set<string>();
    return [...house.keys()].flatMap((start) => cyclesFrom(start, { house, settled, trail: [] }));
  },
};

interface Walk {
  readonly house: House;
  /** Files whose imports are fully followed. */
  readonly settled: Set<string>;
  readonly trail: readonly string[];
}

function cyclesFrom(file: string, { house, settled, trail }: Walk): Violation[] {
  const seenAt = trail.indexOf(file);
  if (seenAt >= 0) return [describe(house, [...trail.slice(seenAt), file])];
  if (settled.has(file)) return [];
  const targets = new Set(house.get(file)?.imports.flatMap((it) => it.target ?? []));
  const found = [...targets].flatMap((target) =>
    cyclesFrom(target, { house, settled, trail: [...trail, file] }),
  );
  settled.add(file);
  return found;
}

function describe(house: House, cycle: readonly string[]): Violation {
  const [file = "", next] = cycle;
  const line = house.get(file)?.imports.find((it) => it.target === next)?.line ?? 1;
  return { file, line, what: `imports itself in the end: ${cycle.join(" → ")}` };
}
