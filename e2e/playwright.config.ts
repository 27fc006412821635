import path from "node:path";
import { defineConfig, type PlaywrightTestConfig } from "@playwright/test";

/** Debian's browser, for pages that are no window of ours; Playwright's own browsers are not downloaded. */
const debianChromium: PlaywrightTestConfig["use"] = {
  browserName: "chromium",
  locale: "en-GB",
  launchOptions: {
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
    ],
  },
};

export default defineConfig({
  testDir: path.join(import.meta.dirname, "specs"),
  outputDir: path.join(import.meta.dirname, "results"),
  workers: 1, // each test is a whole plant, and two cores are enough for one
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  forbidOnly: true,
  projects: [
    { name: "electron", testMatch: ["street.spec.ts", "electron-*.spec.ts", "resilience/*.spec.ts"] },
    { name: "packaged", testMatch: "packaged.spec.ts" },
    {
      name: "overview",
      testMatch: "overview*.spec.ts",
      use: debianChromium,
    },
    {
      name: "gallery",
      testMatch: "gallery.spec.ts",
      use: debianChromium,
    },
  ],
});
