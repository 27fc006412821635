import type { HouseRule } from "../house-rule.ts";

const SUPPRESSION =
  /^\s*\*?\s*(@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable|oxlint-disable|knip-ignore)/;

export const noSuppressions: HouseRule = {
  id: "no-suppressions",
  reason:
    "A silenced check is a fault somebody decided not to understand; change the code, or the rule for everybody.",
  check: (house) =>
    [...house.values()].flatMap((file) =>
      file.comments
        .filter((comment) => SUPPRESSION.test(comment.text))
        .map(({ line, text }) => ({ file: file.path, line, what: `silences a check: ${text.trim()}` })),
    ),
};
