import path from "node:path";
import type { HouseRule, Violation } from "../house-rule.ts";

const DUMPING_GROUNDS = /^(utils?|helpers?|common|misc|types|constants|shared|manager2?)$/;
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const PASCAL_CASE = /^[A-Z][A-Za-z0-9]*$/;

export const fileNames: HouseRule = {
  id: "file-names",
  reason:
    "A file is named after its one idea, so that it is found without searching and nothing else is put into it.",
  check: (house) =>
    [...house.keys()].flatMap((file): Violation[] => {
      const what = objection(path.posix.basename(file));
      return what ? [{ file, line: 1, what }] : [];
    }),
};

function objection(fileName: string): string | undefined {
  const [stem = ""] = fileName.split(".");
  if (DUMPING_GROUNDS.test(stem)) return `"${stem}" names no idea`;
  if (KEBAB_CASE.test(stem)) return undefined;
  if (fileName.endsWith(".tsx") && PASCAL_CASE.test(stem)) return undefined;
  return `"${stem}" is neither kebab-case nor a component's PascalCase`;
}
