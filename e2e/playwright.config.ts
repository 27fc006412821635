import path from "node:path";
import { defineConfig, type PlaywrightTestConfig } from "@playwright/test";
import { DEBIAN_CHROMIUM } from "./testing/debian-chromium.ts";

const debianChromium: PlaywrightTestConfig["use"] = {
  browserName: "chromium",
  locale: "en-GB",
  launchOptions: DEBIAN_CHROMIUM,
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
    {
      name: "electron",
      testMatch: ["street.spec.ts", "three-operations.spec.ts", "electron-*.spec.ts", "resilience/*.spec.ts"],
    },
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
