import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

export const SUPPORT_TABLE_FILE = path.join(import.meta.dirname, "electron-support.json");

const DayText = z.iso.date();
const VersionText = z.string().regex(/^\d+\.\d+\.\d+$/);

const SupportTable = z.strictObject({
  readAt: DayText,
  /** A table nobody reads again says nothing about today. */
  mustBeReadAgainBy: DayText,
  majors: z.record(
    z.string().regex(/^\d+$/),
    z.strictObject({ firstRelease: DayText, supportEnds: DayText }),
  ),
  advisories: z.array(
    z.strictObject({
      id: z.string(),
      what: z.string(),
      /** The first version without the fault, for each major that got one; all before the lowest have it. */
      fixedIn: z.array(VersionText).min(1),
    }),
  ),
});
export type SupportTable = z.infer<typeof SupportTable>;

/** @throws Error when the table is not as it must be */
export async function readSupportTable(): Promise<SupportTable> {
  return SupportTable.parse(JSON.parse(await readFile(SUPPORT_TABLE_FILE, "utf8")));
}
