import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { DataFolder } from "../config/data-folder.ts";
import { replaceFile } from "../store/sidecar.ts";

const STAGED = ".staged";

/**
 * A mapping and its passwords on their way into use: on the disk beside the ones in use, until the journal says that
 * they were saved. The staged mapping is put last and taken last, so as long as it is there the rest can be repeated.
 */
export interface StagedMapping {
  /** @param passwords by machine */
  put(text: string, passwords: Readonly<Record<string, string>>): void;
  /** @returns undefined when none is staged */
  text(): string | undefined;
  take(): void;
  drop(): void;
}

export function stagedMapping({ mapping, secrets }: Pick<DataFolder, "mapping" | "secrets">): StagedMapping {
  const path = `${mapping}${STAGED}`;
  const passwordFiles = (): readonly string[] =>
    existsSync(secrets)
      ? readdirSync(secrets)
          .filter((name) => name.endsWith(`.password${STAGED}`))
          .map((name) => join(secrets, name))
      : [];
  const drop = (): void => {
    rmSync(path, { force: true });
    for (const file of passwordFiles()) rmSync(file, { force: true });
  };
  return {
    put(text, passwords) {
      drop();
      mkdirSync(secrets, { recursive: true, mode: 0o700 });
      for (const [machineId, password] of Object.entries(passwords)) {
        replaceFile(join(secrets, `${machineId}.password${STAGED}`), `${password}\n`);
      }
      replaceFile(path, text);
    },
    text: () => (existsSync(path) ? readFileSync(path, "utf8") : undefined),
    take() {
      for (const file of passwordFiles()) renameSync(file, file.slice(0, -STAGED.length));
      renameSync(path, mapping);
    },
    drop,
  };
}
