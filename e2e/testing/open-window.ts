import { _electron, type ElectronApplication, type Page } from "@playwright/test";

export interface OpenWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  close(): Promise<void>;
}

export interface WindowOptions {
  /** Folder with a package.json: the checkout, or a fixture. */
  readonly appFolder: string;
  readonly dataFolder: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Opens the window as `electron <folder>` does. Needs a display. */
export async function openWindow({ appFolder, dataFolder, env }: WindowOptions): Promise<OpenWindow> {
  const isRoot = process.getuid?.() === 0; // Chromium's sandbox refuses to run as root
  const app = await _electron.launch({
    args: [...(isRoot ? ["--no-sandbox"] : []), appFolder],
    env: { ...withoutUndefined(process.env), TAKT_DATA: dataFolder, TAKT_NODE: process.execPath, ...env },
    chromiumSandbox: !isRoot,
  });
  return { app, page: await app.firstWindow(), close: () => app.close() };
}

function withoutUndefined(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
