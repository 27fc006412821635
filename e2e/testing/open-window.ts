import type { ChildProcess } from "node:child_process";
import { _electron, type ElectronApplication, type Page } from "@playwright/test";

const CLOSING_LIMIT_MS = 15_000;

export interface OpenWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Never fails. */
  close(): Promise<void>;
}

export interface WindowOptions {
  /** Folder with a package.json, the checkout or a fixture; or a packaged program. */
  readonly app: { readonly folder: string } | { readonly executablePath: string };
  readonly dataFolder: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Opens the window as `electron <folder>` does, or as starting the packaged program does. Needs a display. */
export async function openWindow({ app: source, dataFolder, env }: WindowOptions): Promise<OpenWindow> {
  const isRoot = process.getuid?.() === 0; // Chromium's sandbox refuses to run as root
  const app = await _electron.launch({
    ...("executablePath" in source && { executablePath: source.executablePath }),
    args: [...(isRoot ? ["--no-sandbox"] : []), ...("folder" in source ? [source.folder] : [])],
    env: { ...withoutUndefined(process.env), TAKT_DATA: dataFolder, TAKT_NODE: process.execPath, ...env },
    chromiumSandbox: !isRoot,
  });
  const child = app.process();
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= closeWindow(app, child);
    return closing;
  };
  return { app, page: await app.firstWindow(), close };
}

/** Asks the shell to end, as a person would, and ends it when it does not: a test that failed may have broken it. */
async function closeWindow(app: ElectronApplication, child: ChildProcess): Promise<void> {
  const overdue = setTimeout(() => child.kill("SIGKILL"), CLOSING_LIMIT_MS);
  await app.close().catch(() => undefined); // it may be gone already
  clearTimeout(overdue);
}

function withoutUndefined(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
