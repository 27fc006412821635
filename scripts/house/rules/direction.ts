import type { HouseRule, Violation } from "../house-rule.ts";
import { folderHolding, layerOf } from "../layers.ts";
import { type Import, isTestCode, type SourceFile } from "../source-file.ts";

export const direction: HouseRule = {
  id: "direction",
  reason:
    "Imports go one way, so that the journal never depends on a screen or a device and each part can be tested alone.",
  check: (house) => [...house.values()].filter(({ path }) => !isTestCode(path)).flatMap(wrongImports),
};

function wrongImports(file: SourceFile): Violation[] {
  const own = layerOf(file.path);
  if (!own) {
    return [
      {
        file: file.path,
        line: 1,
        what: "lies in no layer; give its folder a place in scripts/house/layers.ts",
      },
    ];
  }
  return file.imports
    .filter((it) => it.target !== undefined && !isAllowed(file.path, it))
    .map((it) => ({ file: file.path, line: it.line, what: `${own.ownFolder} may not import ${it.target}` }));
}

function isAllowed(from: string, { target = "", isTypeOnly }: Import): boolean {
  const own = layerOf(from);
  if (!own) return false;
  const { mayImport, mayTakeTypesFrom = [] } = own.layer;
  const folders = [own.ownFolder, ...mayImport, ...(isTypeOnly ? mayTakeTypesFrom : [])];
  return folders.some((folder) => folderHolding(folder, target) !== undefined);
}
