import { defineConfig } from "vitest/config";

const FOLDERS = "{shared,main,mes,renderer,scripts,bench}";

export default defineConfig({
  test: {
    pool: "forks", // native modules and real processes do not survive being shared between threads
    maxWorkers: 3, // on two cores: many tests wait for a server, a process or a disk
    // No test measures time; the limits only end a hang, with room for two busy cores.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    teardownTimeout: 20_000,
    expect: { poll: { timeout: 60_000 } }, // one second by itself, which a busy computer needs for a query
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Three hundred files share three processes: loading everything anew for each costs a third of the run. A test
          // that leaves something behind shows in the next one, and is mended there.
          isolate: false,
          include: [`${FOLDERS}/**/*.test.{ts,tsx}`],
          exclude: ["**/node_modules/**", "**/*.kill.test.ts", "scripts/house/fixtures/**"],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          // Full stacks killed again and again. `npm test` runs them in a lane of their own, beside the others.
          name: "kill",
          include: [`${FOLDERS}/**/*.kill.test.ts`],
          testTimeout: 1_800_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
