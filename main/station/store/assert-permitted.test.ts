import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { assertPermitted } from "./assert-permitted.ts";

test("P8 a file that the station before puts away in that moment is no missing right", () => {
  const folder = temporaryFolder();
  // Listed, and not there when it is asked about: as a log that the last connection takes with it.
  symlinkSync(join(folder, "gone"), join(folder, "journal.db-wal"));
  expect(() => assertPermitted(folder)).not.toThrow();
});
