import type { HouseRule } from "../house-rule.ts";

export const noBarrels: HouseRule = {
  id: "no-barrels",
  reason: "A file that only passes on others hides who depends on whom and drags in everything it names.",
  check: (house) =>
    [...house.values()].flatMap((file) => [
      ...(file.isBarrel ? [{ file: file.path, line: 1, what: "only re-exports other files" }] : []),
      ...file.starExportLines.map((line) => ({ file: file.path, line, what: "re-exports a whole file" })),
    ]),
};
