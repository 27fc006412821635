import path from "node:path";
import { type ParseResult, parseSync } from "rolldown/utils";
import { findFetchUses, findStrings } from "./find-in-program.ts";
import type { Import, SourceFile } from "./source-file.ts";

type LineOf = (offset: number) => number;
type ModuleRecord = ParseResult["module"];

/**
 * Reads the structure of one file with the bundler's own parser, so the rules judge what is really imported.
 * @param filePath relative to the root, `/` as separator
 * @throws when the file is not valid TypeScript or JavaScript
 */
export function parseSource(filePath: string, text: string): SourceFile {
  const { module, program, comments, errors } = parseSync(filePath, text);
  const failure = errors[0];
  if (failure) throw new Error(`${filePath} cannot be parsed: ${failure.message}`);
  const lineOf: LineOf = (offset) => text.slice(0, offset).split("\n").length;
  return {
    path: filePath,
    lineCount: text.trimEnd().split("\n").length,
    imports: [...staticImports(module), ...reExports(module), ...dynamicImports(module, text)].map(
      ({ start, ...rest }) => ({ ...rest, ...resolved(filePath, rest.request), line: lineOf(start) }),
    ),
    mentions: findStrings(program).flatMap((value) => resolved(filePath, value).target ?? []),
    comments: comments.map(({ value, start }) => ({ text: value, line: lineOf(start) })),
    fetchLines: findFetchUses(program).map(lineOf),
    isBarrel: program.body.length > 0 && program.body.every(isReExport),
    starExportLines: program.body
      .filter((statement) => statement.type === "ExportAllDeclaration")
      .map((statement) => lineOf(statement.start)),
  };
}

type Found = Omit<Import, "line" | "target"> & { readonly start: number };

function staticImports(module: ModuleRecord): Found[] {
  return module.staticImports.map(({ moduleRequest, entries, start }) => ({
    request: moduleRequest.value,
    names: entries.flatMap((entry) => entry.importName.name ?? []),
    isTypeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
    start,
  }));
}

function reExports(module: ModuleRecord): Found[] {
  return module.staticExports.flatMap(({ entries, start }) =>
    entries.flatMap(({ moduleRequest, importName, isType }) =>
      moduleRequest
        ? [
            {
              request: moduleRequest.value,
              names: importName.name ? [importName.name] : [],
              isTypeOnly: isType,
              start,
            },
          ]
        : [],
    ),
  );
}

/** Only a literal address can be judged; a computed one is refused by the bundler already. */
function dynamicImports(module: ModuleRecord, text: string): Found[] {
  return module.dynamicImports.flatMap(({ moduleRequest, start }) => {
    const literal = /^["'`]([^"'`$]+)["'`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    return literal?.[1] ? [{ request: literal[1], names: [], isTypeOnly: false, start }] : [];
  });
}

function resolved(from: string, request: string): { target: string } | Record<string, never> {
  if (!/^\.\.?\//.test(request)) return {};
  return { target: path.posix.join(path.posix.dirname(from), request) };
}

function isReExport(statement: ParseResult["program"]["body"][number]): boolean {
  if (statement.type === "ExportAllDeclaration") return true;
  return statement.type === "ExportNamedDeclaration" && statement.source !== null;
}
