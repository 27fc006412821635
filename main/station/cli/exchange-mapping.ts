import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mappingChanges } from "../../../shared/domain/machines/mapping-changes.ts";
import { readMapping } from "../../../shared/domain/machines/read-mapping.ts";
import type { StationTools } from "./station-tools.ts";

type Direction = "export" | "import";

export function isDirection(word: string | undefined): word is Direction {
  return word === "export" || word === "import";
}

/** The mapping to a file or from one. @returns the exit code */
export async function exchangeMapping(
  tools: StationTools,
  direction: Direction,
  file: string,
): Promise<number> {
  return direction === "export" ? exportTo(tools, file) : importFrom(tools, file);
}

async function exportTo(tools: StationTools, file: string): Promise<number> {
  if (existsSync(file)) {
    console.error(`${file} is there already. Name another file, or move that one away.`);
    return 1;
  }
  writeFileSync(file, await tools.mapping(), { flag: "wx" });
  console.log(`The mapping was written to ${file}.`);
  return 0;
}

async function importFrom(tools: StationTools, file: string): Promise<number> {
  const text = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  const { file: after, faults } = readMapping(text);
  if (after === undefined) {
    console.error(`${file} cannot be used. Nothing was changed.`);
    for (const { place, message } of faults) console.error(`  ${place || "the file"}: ${message}`);
    return 1;
  }
  const before = readMapping(await tools.mapping()).file;
  const answer = await tools.importMapping(text);
  if (!answer.ok) {
    const { code, details } = answer.refusal;
    console.error(
      `The station refused it (${code}) ${Object.values(details).join(", ")}. Nothing was changed.`,
    );
    return 1;
  }
  const changes = before === undefined ? [] : mappingChanges(before, after);
  for (const { name, kind, added, changed, removed } of changes) {
    const signals = `${added.length} signals added, ${changed.length} changed, ${removed.length} removed`;
    console.log(`  ${name}: ${kind}; ${signals}`);
  }
  console.log(changes.length === 0 ? "It says what is in use already." : "The mapping counts from now on.");
  return 0;
}
