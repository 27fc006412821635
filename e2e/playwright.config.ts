import path from "node:path";
import { defineConfig } from "@playwright/test";

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
      use: {
        browserName: "chromium",
        locale: "en-GB",
        launchOptions: {
          executablePath: "/usr/bin/chromium", // Debian's; Playwright's own browsers are not downloaded
          args: [
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
          ],
        },
      },
    },
    {
      name: "gallery",
      testMatch: "gallery.spec.ts",
      use: {
        browserName: "chromium",
        locale: "en-GB",
        launchOptions: {
          executablePath: "/usr/bin/chromium", // Debian's; Playwright's own browsers are not downloaded
          args: [
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
          ],
        },
      },
    },
  ],
});
