import { expect, test } from "vitest";
import { npmAbove } from "./starter.mjs";

const TERMINAL = 10;
const NPM = 20;
const SHELL = 30;
const commands = new Map([
  [TERMINAL, "bash"],
  [NPM, "npm start"],
  [SHELL, "sh\0-c\0node scripts/setup.mjs"],
]);
const parents = new Map([
  [NPM, TERMINAL],
  [SHELL, NPM],
]);
const processes = {
  commandOf: (pid: number) => commands.get(pid) ?? "",
  parentOf: (pid: number) => parents.get(pid) ?? 0,
};

test("the npm is watched, with or without a shell between, and never the terminal it was typed in", () => {
  expect(npmAbove(SHELL, processes)).toBe(NPM);
  expect(npmAbove(NPM, processes)).toBe(NPM);
});
