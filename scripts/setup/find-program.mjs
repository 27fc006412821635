import { accessSync, constants } from "node:fs";
import path from "node:path";

/**
 * Looks a program up the way a shell would.
 * @param {string} name
 * @param {string} [searchPath]
 * @returns {string | undefined} its full path
 */
export function findProgram(name, searchPath = process.env.PATH ?? "") {
  return searchPath
    .split(path.delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => path.join(folder, name))
    .find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // Absent or not ours to run: for a look-up the two are the same.
  }
}
