import type { Page } from "@playwright/test";

/** What came of one tap, measured inside the page; times from the event's own time stamp. */
export interface TapTimes {
  /** Finger down to the pressed look painted; null: none was seen. */
  readonly pressedMs: number | null;
  /** Finger up to the changed screen painted; null: nothing changed. */
  readonly changedMs: number | null;
  /** "screen": another one; "sheet": over the screen or away; "booking": a count. */
  readonly change: "screen" | "sheet" | "booking" | null;
}

interface TapWatch {
  /** Forgets the tap before and takes what is shown now for what must change. */
  arm(): void;
  isDone(): boolean;
  times(): TapTimes;
}

declare global {
  interface Window {
    benchTap: TapWatch;
  }
}

/**
 * Puts the clock into the page. Painted means: the frame after the change of the document was drawn and a task behind it
 * has run, so it is never too early, and late by that task at the most.
 */
export async function watchTaps(page: Page): Promise<void> {
  await page.evaluate(() => {
    const place = () => {
      const main = document.querySelector("main");
      const heading = document.querySelector("main [data-screen-heading]")?.textContent ?? "";
      return { screen: main?.dataset.route ?? "", sheet: `${main?.dataset.sheet} ${heading}` };
    };
    const count = () => document.querySelector("[data-testid=good-count]")?.textContent ?? "";
    const look = () => ({ ...place(), count: count() });
    let before = look();
    let down: number | null = null;
    let up: number | null = null;
    let times: TapTimes = { pressedMs: null, changedMs: null, change: null };
    let seen = { pressed: false, changed: false };
    const painted = (then: (atMs: number) => void) =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => then(performance.now());
        channel.port2.postMessage(null);
      });
    const changeOf = (): TapTimes["change"] => {
      const now = look();
      if (now.screen !== before.screen) return "screen";
      if (now.sheet !== before.sheet) return "sheet";
      return now.count === before.count ? null : "booking";
    };
    addEventListener(
      "pointerdown",
      (event) => {
        down = event.timeStamp;
      },
      true,
    );
    addEventListener(
      "pointerup",
      (event) => {
        up = event.timeStamp;
      },
      true,
    );
    new MutationObserver(() => {
      const [from, to] = [down, up];
      if (from !== null && !seen.pressed && document.querySelector("button[data-pressed]") !== null) {
        seen = { ...seen, pressed: true };
        painted((atMs) => {
          times = { ...times, pressedMs: atMs - from };
        });
      }
      const change = to === null || seen.changed ? null : changeOf();
      if (to === null || change === null) return;
      seen = { ...seen, changed: true };
      painted((atMs) => {
        times = { ...times, changedMs: atMs - to, change };
      });
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    window.benchTap = {
      arm() {
        before = look();
        down = null;
        up = null;
        times = { pressedMs: null, changedMs: null, change: null };
        seen = { pressed: false, changed: false };
      },
      isDone: () => times.change !== null,
      times: () => times,
    };
  });
}
