import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "@playwright/test";
import type { TapTimes } from "./tap-watch.ts";

/** How long a finger lies on a key. */
const HOLD_MS = 70;
/** Until the next tap; with the hold and the way back well above what the keys take for a bounce. */
const REST_MS = 120;
/** A key that changed nothing by then changes nothing. */
const PATIENCE_MS = 700;
/** Bars of the moment are gone by then. */
const BAR_LIMIT_MS = 15_000;

export type Screen = "home" | "run";

export interface Tap extends TapTimes {
  /** The screen it was made on. */
  readonly on: Screen;
  readonly key: string;
}

/** Where keys are; the dock is the one beside the content, as the places of a terminal are a nav of the header. */
const PARTS = { header: "header", main: "main", dock: "main ~ nav" } as const;

interface KeyOnScreen {
  readonly part: keyof typeof PARTS;
  readonly index: number;
  readonly name: string;
}

/** Taps every key that the screen shows, bars of the moment left out, and comes back by the dock each time. */
export async function tapEveryKey(page: Page, on: Screen): Promise<readonly Tap[]> {
  await tapDock(page, on);
  const keys = await keysOf(page);
  const taps: Tap[] = [];
  const covered: KeyOnScreen[] = [];
  for (const key of keys.filter((one) => !isBooking(one))) {
    const made = await tapAndReturn(page, on, key);
    taps.push(...made);
    if (made.length === 0) covered.push(key);
  }
  if (covered.length > 0) await page.waitForFunction(noBar, undefined, { timeout: BAR_LIMIT_MS });
  for (const key of [...covered, ...keys.filter(isBooking)])
    taps.push(...(await tapAndReturn(page, on, key)));
  return taps;
}

/** Comes last: a booking lays its bar over other keys for ten seconds. */
function isBooking({ name }: KeyOnScreen): boolean {
  return name.startsWith("+");
}

function noBar(): boolean {
  return document.querySelector("[data-testid$=-bar]") === null;
}

/** @returns the tap and the one on the dock that led back; nothing when a bar lay over the key */
async function tapAndReturn(page: Page, on: Screen, key: KeyOnScreen): Promise<readonly Tap[]> {
  const there = await tapKey(page, key);
  if (there === undefined) return [];
  const tap = { ...there, on, key: key.name };
  if (there.change === "booking" || there.change === null) return [tap];
  const back = await tapDock(page, on);
  return back === undefined ? [tap] : [tap, { ...back, on, key: `back to ${on}` }];
}

async function tapDock(page: Page, screen: Screen): Promise<TapTimes | undefined> {
  return tapKey(page, { part: "dock", index: screen === "home" ? 0 : 2, name: screen });
}

/** Keys are found anew by their place at each tap: words and figures on them change. */
async function keysOf(page: Page): Promise<readonly KeyOnScreen[]> {
  return page.evaluate(
    (parts) =>
      (["header", "main", "dock"] as const).flatMap((part) =>
        [...document.querySelectorAll<HTMLButtonElement>(`${parts[part]} button`)]
          .filter((button) => !button.closest("main header, [data-testid$=-bar]"))
          .map((button, index) => ({
            part,
            index,
            name: (button.ariaLabel ?? button.innerText).split("\n", 1)[0]?.trim() ?? "",
          })),
      ),
    PARTS,
  );
}

/** @returns undefined when there is no such key to press now */
async function tapKey(page: Page, { part, index }: KeyOnScreen): Promise<TapTimes | undefined> {
  const spot = await page.evaluate(
    ([within, at]) => {
      const button = [...document.querySelectorAll<HTMLButtonElement>(`${within} button`)].filter(
        (one) => !one.closest("main header, [data-testid$=-bar]"),
      )[Number(at)];
      if (button === undefined || button.disabled) return undefined;
      const { x, y, width, height } = button.getBoundingClientRect();
      const centre = { x: x + width / 2, y: y + height / 2 };
      const isFree = button.contains(document.elementFromPoint(centre.x, centre.y));
      window.benchTap.arm();
      return isFree ? centre : undefined;
    },
    [PARTS[part], index] as const,
  );
  if (spot === undefined) return undefined;
  await page.mouse.move(spot.x, spot.y);
  await page.mouse.down();
  await delay(HOLD_MS);
  await page.mouse.up();
  await changed(page);
  await delay(REST_MS);
  return page.evaluate(() => window.benchTap.times());
}

async function changed(page: Page): Promise<void> {
  const latest = performance.now() + PATIENCE_MS;
  while (performance.now() < latest) {
    if (await page.evaluate(() => window.benchTap.isDone())) return;
    await delay(20);
  }
}
