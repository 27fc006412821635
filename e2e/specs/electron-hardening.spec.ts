import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { fixtureTest as test } from "../testing/fixture-window.ts";
import { inPage } from "../testing/in-page.ts";

/*
 * The points of RELIABILITY §8 that hold in development, each under its number. They are tried on the fixture page,
 * whose shell, preload, policy and protocol are the product's own; 16 and 19 belong to the packaged build.
 */

async function violations(page: Page): Promise<unknown> {
  return page.evaluate("window.violations");
}

/** A web server that notes whoever comes; nobody may. */
async function openTrap(): Promise<{ url: string; visits: string[]; close(): void }> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    visits.push(request.url ?? "");
    response.setHeader("Access-Control-Allow-Origin", "*").end("trapped");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, visits, close: () => server.close() };
}

test("§8-1 no request leaves for anywhere but the package and the station", async ({ open }) => {
  const trap = await openTrap();
  const { app, page } = await open();
  await expect(page.locator("#connection")).toContainText("ws:");
  const status = await app.evaluate(
    async ({ net }, url) =>
      net.fetch(url).then(
        ({ status: code }) => String(code),
        (failure: Error) => failure.message,
      ),
    trap.url,
  );
  expect(status).toBe("net::ERR_BLOCKED_BY_CLIENT");
  await page.evaluate((url) => {
    document.body.append(Object.assign(document.createElement("img"), { src: `${url}/image` }));
    navigator.sendBeacon(`${url}/beacon`);
    return fetch(`${url}/fetch`).catch(() => undefined);
  }, trap.url);
  expect(trap.visits).toEqual([]);
  trap.close();
});

test("§8-2 §8-3 §8-4 the page has no Node, is isolated and sandboxed", async ({ open }) => {
  const { app, page } = await open();
  for (const name of ["process", "require", "module", "Buffer", "__dirname", "electron"]) {
    expect(await page.evaluate(`typeof ${name}`), name).toBe("undefined");
  }
  const preferences = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const all = Reflect.get(contents, "getLastWebPreferences") as () => Record<string, unknown>;
      const { sandbox, contextIsolation, nodeIntegration, nodeIntegrationInSubFrames } = all.call(contents);
      return {
        sandbox,
        contextIsolation,
        nodeIntegration,
        nodeIntegrationInSubFrames,
      };
    }),
  );
  expect(preferences).toEqual([
    {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
    },
  ]);
});

test("§8-5 every permission is denied", async ({ open }) => {
  const { page } = await open();
  const states = await page.evaluate(async () => {
    const names = [
      "geolocation",
      "notifications",
      "camera",
      "microphone",
      "midi",
      "clipboard-read",
      "background-sync",
      "persistent-storage",
      "screen-wake-lock",
      "idle-detection",
      "storage-access",
      "window-management",
      "local-fonts",
    ];
    const states = await Promise.all(
      names.map(async (name) => {
        const status = await navigator.permissions
          .query({ name: name as PermissionName })
          .catch(() => undefined);
        return [name, status?.state ?? "unknown to this browser"];
      }),
    );
    return states.filter(([, state]) => state !== "denied" && state !== "unknown to this browser");
  });
  expect(states).toEqual([]);
  const outcomes = await page.evaluate(async () => {
    const refused = async (asked: Promise<unknown>) =>
      asked.then(
        () => "granted",
        () => "refused",
      );
    const position = new Promise((resolve, reject) =>
      navigator.geolocation.getCurrentPosition(resolve, reject),
    );
    return Promise.all([
      refused(navigator.mediaDevices.getUserMedia({ audio: true })),
      refused(navigator.mediaDevices.getDisplayMedia({ video: true })),
      refused(position),
      refused(navigator.clipboard.readText()),
      Notification.requestPermission().then((answer) => (answer === "granted" ? "granted" : "refused")),
    ]);
  });
  expect(outcomes).toEqual(["refused", "refused", "refused", "refused", "refused"]);
});

test("§8-6 §8-8 §8-9 §8-10 web security is on; nothing insecure, experimental or from Blink is switched on", async ({
  open,
}) => {
  const { app, page } = await open();
  const preferences = await app.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents();
    const all = (Reflect.get(contents ?? {}, "getLastWebPreferences") as () => Record<string, unknown>).call(
      contents,
    );
    return [
      all.webSecurity,
      all.allowRunningInsecureContent,
      all.experimentalFeatures,
      all.enableBlinkFeatures ?? "",
    ];
  });
  expect(preferences).toEqual([true, false, false, ""]);
  const isBlocked = await page.evaluate(() =>
    fetch("app://message/").then(
      () => false,
      () => true,
    ),
  );
  expect(isBlocked).toBe(true);
});

test("§8-7 the policy holds against injected scripts, styles, frames, images, forms and connections", async ({
  open,
}) => {
  const { page } = await open();
  await expect(page.locator("#connection")).toContainText("ws:");
  expect(await violations(page)).toEqual([]);
  const corpus: readonly [string, string][] = [
    ["script-src-elem", "<script>window.pwned = 1</script>"],
    ["script-src-attr", '<img src="x" onerror="window.pwned = 1">'],
    ["script-src-elem", '<script src="data:text/javascript,window.pwned=1"></script>'],
    ["script-src-elem", '<script src="https://evil.example/x.js"></script>'],
    ["style-src-elem", "<style>body { background: red }</style>"],
    ["style-src-attr", '<p style="color: red">'],
    ["img-src", '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'],
    ["img-src", '<img src="https://evil.example/x.png">'],
    ["frame-src", '<iframe src="https://evil.example/"></iframe>'],
    ["frame-src", '<iframe src="app://terminal/"></iframe>'],
    ["object-src", '<object data="https://evil.example/x.html" type="text/html"></object>'],
    ["base-uri", '<base href="https://evil.example/">'],
    ["media-src", '<audio src="https://evil.example/x.mp3"></audio>'],
  ];
  for (const [directive, html] of corpus) {
    await page.evaluate("window.violations = []");
    await page.evaluate((markup) => {
      const parent = markup.startsWith("<base") ? document.head : document.body;
      parent.append(document.createRange().createContextualFragment(markup));
    }, html);
    await expect.poll(() => violations(page), html).toContain(directive);
  }
  const connections = [
    "http://127.0.0.1:1/",
    "https://evil.example/",
    "ws://127.0.0.1:1",
    "app://terminal/index.html",
  ];
  for (const url of connections) {
    await page.evaluate("window.violations = []");
    await page.evaluate((target) => {
      if (target.startsWith("ws")) new WebSocket(target);
      else return fetch(target).catch(() => undefined);
    }, url);
    await expect.poll(() => violations(page), url).toContain("connect-src");
  }
  expect(await page.evaluate("typeof window.pwned")).toBe("undefined");
});

test("§8-11 §8-12 a webview tag is an unknown element and opens nothing", async ({ open }) => {
  const { app, page } = await open();
  await page.evaluate(() => {
    const webview = Object.assign(document.createElement("webview"), { src: "https://evil.example/" });
    webview.setAttribute("nodeintegration", "");
    document.body.append(webview);
  });
  expect(await page.evaluate(() => document.querySelector("webview")?.constructor.name)).toBe("HTMLElement");
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});

test("§8-13 §8-14 the page cannot go anywhere and opens no window", async ({ open, shellLog }) => {
  const { app, page } = await open();
  const home = page.url();
  expect(await page.evaluate(() => window.open("https://evil.example/"))).toBeNull();
  const attempts = [
    "location.href = 'https://evil.example/'",
    "location.assign('app://message/')",
    "location.replace('file:///etc/passwd')",
    "location.href = 'app://message/try-again'",
    "location.href = 'chrome://gpu'",
    "Object.assign(document.createElement('a'), { href: 'https://evil.example/a' }).click()",
    "Object.assign(document.createElement('a'), { href: 'https://evil.example/b', target: '_blank' }).click()",
    "Object.assign(document.createElement('a'), { href: 'data:text/html,x', download: 'x.exe' }).click()",
    "document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0;url=https://evil.example/' }))",
    "document.body.append(Object.assign(document.createElement('form'), { action: 'https://evil.example/' })); document.forms[0].submit()",
  ];
  for (const attempt of attempts) {
    await page.evaluate(`{ ${attempt} }`);
    // Time for what must not happen: a slow machine sees less of it, but never fails without cause.
    await page.evaluate("new Promise((resolve) => setTimeout(resolve, 50))");
    expect(page.url(), attempt).toBe(home);
  }
  expect(app.windows()).toHaveLength(1);
  expect(shellLog()).toContain('"event":"navigation-refused","url":"https://evil.example/"');
});

test("L7 the page opens no print dialogue, and says why not", async ({ open }) => {
  const { page } = await open();
  const refusals: string[] = [];
  page.on("console", (message) => refusals.push(message.text()));
  const prepared = await page.evaluate(() => {
    let count = 0;
    addEventListener("beforeprint", () => {
      count += 1;
    });
    print();
    document.execCommand("print");
    return count;
  });
  expect(prepared).toBe(0);
  await expect.poll(() => refusals.join("\n")).toContain("Ignored call to 'print()'");
});

test("§8-14 L7 a file dropped on the window is not opened, and a middle click opens nothing", async ({
  open,
}) => {
  const { app, page } = await open();
  const home = page.url();
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: ["/etc/passwd"], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, x: 200, y: 200, data });
  }
  await page.evaluate(() => {
    const link = Object.assign(document.createElement("a"), {
      href: "https://evil.example/",
      textContent: "link",
    });
    document.querySelector("main")?.append(link);
  });
  await page.getByRole("link").click({ button: "middle" });
  await page.getByRole("link").click({ modifiers: ["Shift"] });
  expect(page.url()).toBe(home);
  expect(app.windows()).toHaveLength(1);
});

test("§8-15 nothing in the shell can open a program of the system", async () => {
  const shell = await readFile(path.join(import.meta.dirname, "../../dist/shell/shell.mjs"), "utf8");
  for (const call of ["openExternal", "openPath", "showItemInFolder"]) expect(shell).not.toContain(call);
});

test("§8-17 there are two channels, and only the terminal's own page is answered", async ({
  open,
  shellLog,
}) => {
  const { app, page } = await open();
  await expect(page.locator("#connection")).toContainText("ws:");
  const channels = await app.evaluate(({ ipcMain }) => {
    const handlers = Reflect.get(ipcMain, "_invokeHandlers") as Map<string, unknown>;
    return [...ipcMain.eventNames(), ...handlers.keys()]
      .map(String)
      .filter((name) => name !== "error")
      .sort();
  });
  expect(channels).toEqual(["takt:alive", "takt:connection"]);
  const preload = path.join(import.meta.dirname, "../../dist/preload/preload.cjs");
  const stranger = await app.evaluate(async ({ BrowserWindow }, file) => {
    const other = new BrowserWindow({ show: false, webPreferences: { preload: file } });
    await other.loadURL("about:blank");
    const asked = "window.takt.connection().then(() => 'told', (failure) => failure.message)";
    const answer: unknown = await other.webContents.executeJavaScript(asked);
    other.destroy();
    return answer;
  }, preload);
  expect(stranger).toContain("Refused");
  expect(shellLog()).toContain('"event":"ipc-refused","channel":"takt:connection"');
});

test("§8-17 the shell's own message page is refused as well", async ({ open }) => {
  const { app, page } = await open({ STATION_DOUBLE: "crash" });
  await expect(page.getByRole("link")).toBeVisible({ timeout: 40_000 }); // after five starts of the station
  const asked = "window.takt.connection().then(() => 'told', (failure) => failure.message)";
  await expect.poll(() => inPage(app, asked)).toContain("Refused");
});

test("§8-17 §8-20 the surface is a frozen list of functions that no page can bend", async ({ open }) => {
  const { page } = await open();
  const surface = await page.evaluate(() => {
    const takt = Reflect.get(globalThis, "takt") as object;
    return Object.entries(takt).map(([name, value]) => `${name}: ${typeof value}`);
  });
  expect(surface).toEqual([
    "connection: function",
    "onScan: function",
    "alive: function",
    "platform: string",
  ]);
  const bent = await page.evaluate(() => {
    const takt = Reflect.get(globalThis, "takt") as Record<string, unknown>;
    const before = takt.connection;
    Reflect.set(takt, "connection", () => "fake");
    Reflect.deleteProperty(takt, "alive");
    Reflect.set(globalThis, "takt", {});
    const payload = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    ) as unknown;
    let refusal = "";
    try {
      (takt.onScan as (listener: unknown) => unknown)(payload);
    } catch (failure) {
      refusal = String(failure);
    }
    const now = Reflect.get(globalThis, "takt") as Record<string, unknown>;
    return {
      isSame: now === takt && takt.connection === before && typeof takt.alive === "function",
      polluted: Reflect.get({}, "polluted") as unknown,
      refusal,
    };
  });
  expect(bent).toEqual({
    isSame: true,
    polluted: undefined,
    refusal: "Error: A scan listener is a function",
  });
});

test("§8-18 the app's scheme serves packaged files only", async ({ open }) => {
  const { app } = await open();
  const statuses = await app.evaluate(async ({ net }) => {
    const ask = async (url: string) => {
      const response = await net.fetch(url).catch(() => undefined);
      return [url, response?.status ?? "blocked"] as const;
    };
    return Promise.all(
      [
        "app://terminal/index.html",
        "app://terminal/../shell/shell.mjs",
        "app://terminal/%2e%2e/shell/shell.mjs",
        "app://terminal/..%2fshell%2fshell.mjs",
        "app://terminal/..%5c..%5cpackage.json",
        "app://terminal//etc/passwd",
        "app://terminal/%00index.html",
        "app://other/index.html",
        "app://terminal.evil.example/index.html",
        "app://message/",
      ].map(ask),
    );
  });
  expect(statuses).toEqual([
    ["app://terminal/index.html", 200],
    ["app://terminal/../shell/shell.mjs", 404],
    ["app://terminal/%2e%2e/shell/shell.mjs", 404],
    ["app://terminal/..%2fshell%2fshell.mjs", 404],
    ["app://terminal/..%5c..%5cpackage.json", 404],
    ["app://terminal//etc/passwd", 404],
    ["app://terminal/%00index.html", 404],
    ["app://other/index.html", 404],
    ["app://terminal.evil.example/index.html", 404],
    ["app://message/", 404],
  ]);
});
