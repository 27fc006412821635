import type { HouseRule } from "../house-rule.ts";

const LINE_LIMIT = 400;

export const fileSize: HouseRule = {
  id: "file-size",
  reason: `Beyond ${LINE_LIMIT} lines a file holds more than one idea, and nobody reads it to the end.`,
  check: (house) =>
    [...house.values()]
      .filter((file) => file.lineCount > LINE_LIMIT && !/\/migrations\//.test(file.path))
      .map((file) => ({ file: file.path, line: LINE_LIMIT, what: `has ${file.lineCount} lines` })),
};
