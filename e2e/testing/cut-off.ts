import type { Page } from "@playwright/test";

/** Texts that run out of their own box, as they are drawn. */
export async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main *:not(.visually-hidden)")]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE))
      .filter((element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.textContent} needs ${element.scrollWidth} of ${element.clientWidth}`),
  );
}
