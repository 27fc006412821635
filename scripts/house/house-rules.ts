import type { HouseRule } from "./house-rule.ts";
import { direction } from "./rules/direction.ts";
import { fileNames } from "./rules/file-names.ts";
import { fileSize } from "./rules/file-size.ts";
import { importsResolve } from "./rules/imports-resolve.ts";
import { noBarrels } from "./rules/no-barrels.ts";
import { noCycles } from "./rules/no-cycles.ts";
import { noOrphans } from "./rules/no-orphans.ts";
import { noSuppressions } from "./rules/no-suppressions.ts";
import { sharedIsPure } from "./rules/shared-is-pure.ts";
import { soleImporters } from "./rules/sole-importers.ts";
import { testsNotImported } from "./rules/tests-not-imported.ts";

/** Error or absent: none of them warns, because a warning becomes wallpaper. */
export const HOUSE_RULES: readonly HouseRule[] = [
  direction,
  noCycles,
  soleImporters,
  sharedIsPure,
  noOrphans,
  testsNotImported,
  importsResolve,
  fileSize,
  noBarrels,
  fileNames,
  noSuppressions,
];
