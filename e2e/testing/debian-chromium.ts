import type { LaunchOptions } from "@playwright/test";

/** Debian's browser, for pages that are no window of ours; Playwright's own browsers are not downloaded. */
export const DEBIAN_CHROMIUM: LaunchOptions = {
  executablePath: "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-gpu",
  ],
};
