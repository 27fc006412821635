const RELOAD_AFTER_MS = 10_000;

/**
 * What is left to do when drawing itself failed: say so instead of a white screen, and load the page again. In English,
 * because the languages are among what may have failed.
 */
export function recoverFromCrash(root: HTMLElement): void {
  root.textContent = "This page met a fault and loads itself again in 10 seconds.";
  window.setTimeout(() => window.location.reload(), RELOAD_AFTER_MS);
}
