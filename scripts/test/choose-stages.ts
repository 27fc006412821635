import { TEST_STAGES, type TestStage } from "./test-stages.ts";

export interface Choice {
  readonly stages: readonly TestStage[];
  readonly filters: readonly string[];
}

/**
 * Names of stages choose stages, anything else is handed to the test runners as a filter on file names.
 * @example `unit shared/scan` runs Vitest on the files of shared/scan alone
 */
export function chooseStages(args: readonly string[]): Choice {
  const isStage = (arg: string) => TEST_STAGES.some(({ name }) => name === arg);
  const names = args.filter(isStage);
  const filters = args.filter((arg) => !isStage(arg));
  const chosen = filters.length > 0 && names.length === 0 ? ["unit", "kill"] : names;
  return { stages: TEST_STAGES.filter(({ name }) => chosen.length === 0 || chosen.includes(name)), filters };
}
