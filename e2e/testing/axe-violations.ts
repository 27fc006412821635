import type { Page } from "@playwright/test";
import axe from "axe-core";

/**
 * WCAG 2.2 AA, and what UX §6.1 asks on top of it: targets large enough and contrast for a bright hall, which holds all that
 * the contrast of AA would ask.
 */
const RULES: axe.RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
  rules: {
    "target-size": { enabled: true },
    "color-contrast": { enabled: false },
    "color-contrast-enhanced": { enabled: true },
  },
  resultTypes: ["violations"],
  preload: false, // there is no video, and no style sheet turns the screen
};

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/**
 * Every breach of accessibility on the page as a sentence. The engine is put into the page itself and only violations
 * come back: several times faster than its Playwright wrapper, which opens a second page for each analysis.
 */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // Half a megabyte to be read: once for each document, which shows many screens in the gallery.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const { violations } = await window.axe.run(document, rules);
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    );
  }, RULES);
}
