import { expect, test } from "vitest";
import { isOwnAddress } from "./own-address.ts";

test.each(["app://terminal/index.html", "ws://127.0.0.1:4000/", "devtools://devtools/bundled/x.js"])(
  "§8-1 %s is ours",
  (url) => expect(isOwnAddress(url)).toBe(true),
);

test.each([
  "http://127.0.0.1:8080/",
  "https://evil.example/",
  "ws://localhost:4000/",
  "ws://127.0.0.1.evil.example/",
  "wss://127.0.0.1:4000/",
  "file:///etc/passwd",
  "data:text/html,x",
  "chrome://gpu",
])("§8-1 %s is not", (url) => expect(isOwnAddress(url)).toBe(false));
