import { describe, expect, test } from "vitest";
import { chooseAsset } from "./choose-asset.ts";

const PACKAGED = new Set([
  "index.html",
  "assets/app-1a2b.js",
  "assets/app.css",
  "assets/font.woff2",
  ".env",
  "notes.exe",
]);

function get(url: string) {
  return chooseAsset({ method: "GET", url }, PACKAGED);
}

describe("§8-18 packaged files", () => {
  test.each([
    ["app://terminal/", "index.html", "text/html; charset=utf-8"],
    ["app://terminal/index.html?a=b#c", "index.html", "text/html; charset=utf-8"],
    ["app://terminal/assets/app-1a2b.js", "assets/app-1a2b.js", "text/javascript; charset=utf-8"],
    ["app://terminal/assets/app.css", "assets/app.css", "text/css; charset=utf-8"],
    ["app://terminal/assets/font.woff2", "assets/font.woff2", "font/woff2"],
  ])("§8-18 %s is %s", (url, name, contentType) => {
    expect(get(url)).toEqual({ kind: "file", name, contentType });
  });
});

describe("§8-18 everything else is refused", () => {
  test.each([
    "app://terminal/../package.json",
    "app://terminal/../../../../etc/passwd",
    "app://terminal/%2e%2e/%2e%2e/etc/passwd",
    "app://terminal/..%2f..%2fetc%2fpasswd",
    "app://terminal/..%5c..%5cwindows%5cwin.ini",
    "app://terminal/..\\..\\shell\\shell.mjs",
    "app://terminal/%252e%252e/shell/shell.mjs",
    "app://terminal/assets/../../shell/shell.mjs",
    "app://terminal//etc/passwd",
    "app://terminal/file:///etc/passwd",
    "app://terminal/C:/windows/win.ini",
    "app://terminal/index.html%00.js",
    "app://terminal/index.html/",
    "app://terminal/INDEX.HTML",
    "app://terminal/assets",
    "app://terminal/assets/",
    "app://terminal/assets/app-1a2b.js.map",
    "app://terminal/__proto__",
    "app://terminal/constructor",
  ])("§8-18 %s", (url) => {
    expect(get(url)).toEqual({ kind: "refused", status: 404 });
  });

  test.each(["app://terminal/.env", "app://terminal/notes.exe"])("§8-18 %s has no type of ours", (url) => {
    expect(get(url)).toEqual({ kind: "refused", status: 404 });
  });

  test.each(["POST", "PUT", "HEAD", "OPTIONS"])("§8-18 %s", (method) => {
    expect(chooseAsset({ method, url: "app://terminal/" }, PACKAGED)).toEqual({
      kind: "refused",
      status: 405,
    });
  });
});
