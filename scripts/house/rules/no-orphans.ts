import type { House } from "../house.ts";
import type { HouseRule } from "../house-rule.ts";
import { isTestCode } from "../source-file.ts";

/** Where the outside enters: commands of package.json, bundles, pages, and the configuration of tools. */
const ENTRIES = [
  /^main\/station\/index\.ts$/,
  /^main\/station\/cli\/takt\.ts$/,
  /^main\/shell\/shell\.ts$/,
  /^main\/preload\/preload\.ts$/,
  /^main\/simulator\/index\.ts$/,
  /^mes\/server\.ts$/,
  /^renderer\/(terminal|overview)\/(main|gallery)\.tsx$/,
  /^scripts\/[^/]+\.(ts|mjs)$/,
  /^scripts\/setup\/default-app\/main\.js$/,
  /\.config\.ts$/,
];

export const noOrphans: HouseRule = {
  id: "no-orphans",
  reason: "A file no entry leads to is dead weight that everyone still reads, maintains and believes in.",
  check(house) {
    const reached = new Set<string>();
    for (const path of house.keys()) {
      if (isTestCode(path) || ENTRIES.some((entry) => entry.test(path))) reach(house, path, reached);
    }
    const live = new Set<string>();
    for (const path of house.keys()) if (ENTRIES.some((entry) => entry.test(path))) reach(house, path, live);
    return [...house.keys()]
      .filter((path) => !isTestCode(path) && !live.has(path))
      .map((file) => ({
        file,
        line: 1,
        what: reached.has(file) ? "only tests lead here" : "no entry leads here",
      }));
  },
};

function reach(house: House, path: string, reached: Set<string>): void {
  const file = house.get(path);
  if (!file || reached.has(path)) return;
  reached.add(path);
  for (const { target } of file.imports) if (target !== undefined) reach(house, target, reached);
  for (const mention of file.mentions) reach(house, mention, reached);
}
