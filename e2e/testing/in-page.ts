import type { ElectronApplication } from "@playwright/test";

/**
 * Evaluates an expression in the page by way of the main process: after its renderer was ended, Playwright's own handle
 * on the page stays dead although the window shows a new one.
 * @returns undefined while there is no page to ask
 */
export async function inPage(app: ElectronApplication, expression: string): Promise<unknown> {
  return app.evaluate(async ({ BrowserWindow }, code) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined || contents.isCrashed()) return undefined;
    const asked: Promise<unknown> = contents.executeJavaScript(code);
    const silence = new Promise((resolve) => setTimeout(resolve, 1_000));
    return Promise.race([asked, silence]);
  }, expression);
}

export async function rendererPid(app: ElectronApplication): Promise<number> {
  return app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? -1,
  );
}

export async function shownUrl(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL() ?? "");
}
