import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test as base } from "@playwright/test";
import { makeFixtureApp } from "./fixture-app.ts";
import { type OpenWindow, openWindow } from "./open-window.ts";

interface WindowFixtures {
  /** Starts a window on the test's own data folder; all of them are closed after the test. */
  readonly open: (env?: Readonly<Record<string, string>>) => Promise<OpenWindow>;
  /** What the shell has logged so far, of all windows of this test. */
  readonly shellLog: () => string;
  readonly dataFolder: string;
}

interface WorkerFixtures {
  /** The station behind the window: a double that misbehaves as told, or the real one. */
  readonly station: "double" | "real";
  readonly folderPrefix: string;
  readonly appFolder: string;
}

/** A test of the shell itself, with the fixture page. */
export const fixtureTest = base.extend<WindowFixtures, WorkerFixtures>({
  folderPrefix: ["takt-e2e-", { scope: "worker", option: true }],
  station: ["double", { scope: "worker", option: true }],
  appFolder: [
    async ({ folderPrefix: prefix, station }, use) => {
      const folder = await makeFixtureApp({ prefix, station });
      await use(folder);
      await rm(folder, { recursive: true });
    },
    { scope: "worker" },
  ],
  dataFolder: async ({ folderPrefix }, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), folderPrefix));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  shellLog: async ({ dataFolder }, use) => {
    await use(() => readFileSync(path.join(dataFolder, "logs", "shell.log"), "utf8"));
  },
  open: async ({ appFolder, dataFolder }, use) => {
    const windows: OpenWindow[] = [];
    await use(async (env = {}) => {
      const window = await openWindow({ app: { folder: appFolder }, dataFolder, env });
      windows.push(window);
      return window;
    });
    for (const window of windows) await window.close();
  },
});
