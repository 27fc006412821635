import { app, BrowserWindow } from "electron";

// The least an Electron window can be: one page, one word. It says when that word is painted.
// Nothing is awaited at the top level: Electron holds `ready` back until this module is evaluated.
async function start() {
  await app.whenReady();
  const window = new BrowserWindow({ width: 1280, height: 768 });
  await window.loadFile("index.html");
  await window.webContents.executeJavaScript(
    "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))",
  );
  process.stdout.write(`${JSON.stringify({ ready: "window" })}\n`);
}

void start();
