import type { HouseRule } from "../house-rule.ts";

const JUDGED = /^(shared|main|renderer|mes|scripts|bench|e2e)\/.*\.(ts|tsx|mjs|js)$/;

export const importsResolve: HouseRule = {
  id: "imports-resolve",
  reason:
    "Node runs these files as they are: an address without its extension or without a file behind it fails at a customer's start.",
  check: (house) =>
    [...house.values()].flatMap((file) =>
      file.imports
        .filter(({ target }) => target !== undefined && isBroken(target, house.has(target)))
        .map((it) => ({ file: file.path, line: it.line, what: `"${it.request}" leads to no file` })),
    ),
};

/** Style sheets, JSON, fonts and pictures are the bundler's business. */
function isBroken(target: string, exists: boolean): boolean {
  if (exists) return false;
  const hasExtension = /\.[a-z0-9]+$/i.test(target);
  return JUDGED.test(target) || !hasExtension;
}
