import type { HouseRule } from "../house-rule.ts";
import { isTestCode } from "../source-file.ts";

export const testsNotImported: HouseRule = {
  id: "tests-not-imported",
  reason: "What production code imports is production code: a test's shortcuts must not end up at a machine.",
  check: (house) =>
    [...house.values()].flatMap((file) =>
      file.imports
        .filter(({ target }) => target !== undefined && isForbidden(file.path, target))
        .map((it) => ({ file: file.path, line: it.line, what: `imports the test code ${it.target}` })),
    ),
};

/** Tests may share what lies in a folder named `testing`; a test itself is imported by nobody. */
function isForbidden(from: string, target: string): boolean {
  return /\.test\.tsx?$/.test(target) || (isTestCode(target) && !isTestCode(from));
}
