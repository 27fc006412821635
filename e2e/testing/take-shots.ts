import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";

const SHOTS = path.join(import.meta.dirname, "..", "shots", "street");
const SIZES = [
  { width: 1280, height: 768 },
  { width: 1920, height: 1080 },
];
const THEMES = ["light", "dark"] as const;

/**
 * Pictures what the window shows now, in each theme and size, as `e2e/shots/street/<size>-<theme>/<name>.png`. The
 * viewport is set and not the window, because X11 keeps a window one pixel smaller than a screen of its size.
 */
export async function takeShots(page: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const theme of THEMES) {
      await takeShot(page, { folder: `${size.width}x${size.height}-${theme}`, theme, name });
    }
  }
}

async function takeShot(
  page: Page,
  shot: { folder: string; theme: (typeof THEMES)[number]; name: string },
): Promise<void> {
  // Measured where it stays: a sheet on its way in would be pictured some pixels too low.
  await page.emulateMedia({ colorScheme: shot.theme, reducedMotion: "reduce" });
  const folder = path.join(SHOTS, shot.folder);
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${shot.name}.png`), animations: "disabled" });
}
