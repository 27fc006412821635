import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Refusal, refusal } from "../../../shared/domain/refusal.ts";
import { accept, type Result, refuse } from "../../../shared/lib/result.ts";
import { commissioningInputs, LONGEST_MAPPING } from "../../../shared/screen/commissioning.ts";
import { replaceFile } from "../store/sidecar.ts";
import type { ExchangeFolder } from "../work/exchange-desk.ts";

const MOST_FILES = 40;
/** IT fetches and brings files under a name of its own. */
const READABLE = 0o644;
const { file: fileName } = commissioningInputs["commissioning.compareMapping"].shape;

/**
 * @param named by IT; it may be on a stick and is never made. null: the station's own, which is made at need
 */
export function exchangeFolder(named: string | null, own: string): ExchangeFolder {
  const path = named ?? own;
  const isOwn = named === null;
  const tried = <Value>(work: () => Result<Value, Refusal>): Result<Value, Refusal> => {
    try {
      if (isOwn) mkdirSync(path, { recursive: true });
      if (!existsSync(path)) return refuse(refusal("exchange-missing", { folder: path }));
      return work();
    } catch (error) {
      return refuse(refusal("exchange-failed", { folder: path, why: codeOf(error) }));
    }
  };
  return {
    list: () => tried(() => accept({ folder: path, files: filesIn(path) })),
    read: (file) => tried(() => textOf(path, file)),
    write: (wanted, text) =>
      tried(() => {
        const file = freeName(path, wanted, text);
        replaceFile(join(path, file), text, READABLE);
        return accept({ folder: path, file });
      }),
  };
}

function filesIn(path: string): readonly { readonly file: string; readonly changedUtc: string }[] {
  return readdirSync(path)
    .filter((file) => fileName.safeParse(file).success)
    .flatMap((file) => {
      const stat = lstatSync(join(path, file), { throwIfNoEntry: false });
      return stat?.isFile() === true ? [{ file, changedUtc: stat.mtime.toISOString() }] : [];
    })
    .toSorted((left, right) => right.changedUtc.localeCompare(left.changedUtc))
    .slice(0, MOST_FILES);
}

/** Only a file that lies here itself: a link could lead to anything the station may read. */
function textOf(path: string, file: string): Result<string, Refusal> {
  const full = join(path, file);
  const stat = lstatSync(full, { throwIfNoEntry: false });
  if (stat?.isFile() !== true) return refuse(refusal("unknown-file", { file }));
  if (stat.size > 4 * LONGEST_MAPPING) return refuse(tooLarge());
  // Editors on Windows put a mark before the first character.
  const text = readFileSync(full, "utf8").replace(/^\uFEFF/, "");
  return text.length > LONGEST_MAPPING ? refuse(tooLarge()) : accept(text);
}

function tooLarge(): Refusal {
  const why = `longer than ${LONGEST_MAPPING} characters`;
  return refusal("mapping-invalid", { place: "JSON", fault: "too-large", why });
}

/** "name.json"; "name-2.json" when the first is there and says something else. */
function freeName(path: string, wanted: string, text: string): string {
  for (let count = 1; ; count += 1) {
    const file = count === 1 ? `${wanted}.json` : `${wanted}-${count}.json`;
    const full = join(path, file);
    if (!existsSync(full) || readFileSync(full, "utf8") === text) return file;
  }
}

/** "ENOSPC", "EACCES" …: IT knows them; what has no code is a fault of this program. */
function codeOf(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  throw error;
}
