import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const textOf = (page: string): string => readFileSync(join(ROOT, "docs", "spec", page), "utf8");
const SPEC = textOf("journal.md");

/** Rows of the tables of a page that begin with a rule, as their cells. */
const rulesOf = (page: string, prefix: string) =>
  textOf(page)
    .split("\n")
    .filter((line) => line.startsWith(`| ${prefix}-`))
    .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| /, "")));

const filesIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([\w/.-]+\.(?:test|spec)\.ts)`/g)].map(([, file]) => file ?? "");

/** The file that each table names for all of its rows, where it does. */
function proofsOf(cells: readonly string[]): readonly (readonly [file: string, title: string])[] {
  const last = cells.at(-1) ?? "";
  const parts = filesIn(last).length > 0 ? last.split("`").filter((part) => part !== "") : [tableFile, last];
  let file = "";
  return parts.flatMap((part) => {
    if (/\.(?:test|spec)\.ts$/.test(part)) {
      file = part;
      return [];
    }
    return [...part.matchAll(/"([^"]+)"/g)].map(([, title]) => [file, title ?? ""] as const);
  });
}

const tableFile =
  filesIn(SPEC.split("\n").find((line) => line.includes("At start the station finds")) ?? "")[0] ?? "";

describe.each([
  ["journal.md", "J"],
  ["orders.md", "OR"],
  ["station.md", "ST"],
  ["corrections.md", "CR"],
  ["quantities.md", "QU"],
  ["several.md", "SE"],
  ["machines.md", "MM"],
  ["machines.md", "MK"],
  ["machines.md", "AK"],
  ["machines.md", "ME"],
  ["machines.md", "MS"],
  ["machines.md", "MC"],
  ["signals.md", "SG"],
  ["materials.md", "MA"],
  ["conflicts.md", "CF"],
  ["rework.md", "RW"],
  ["import.md", "IM"],
  ["packing.md", "PK"],
  ["sync.md", "TL"],
  ["sync.md", "RU"],
])("docs/spec/%s, %s", (page, prefix) => {
  const rules = rulesOf(page, prefix);

  test("its rules are numbered without a hole", () => {
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.map(([id = ""]) => Number(/^[A-Z]+-(\d+)/.exec(id)?.[1]))).toEqual(
      rules.map((_, index) => index + 1),
    );
  });

  test.each(rules.map((cells) => [cells[0] ?? "", cells] as const))(
    "%s names tests that exist",
    (_id, cells) => {
      const proofs = proofsOf(cells);
      expect(proofs.length).toBeGreaterThan(0);
      for (const [file, title] of proofs) {
        const text = readFileSync(join(ROOT, file), "utf8");
        expect(text.includes(`"${title}`) || text.includes(`\`${title}`), `${file}: ${title}`).toBe(true);
      }
    },
  );
});

test.each(readdirSync(join(ROOT, "docs", "spec")))("docs/spec/%s names files of tests that exist", (page) => {
  expect(filesIn(textOf(page)).filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});
