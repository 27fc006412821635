import { setTimeout as delay } from "node:timers/promises";
import type { CDPSession, Page } from "@playwright/test";

interface Key {
  readonly key: string;
  readonly code?: string;
  readonly text?: string;
  readonly windowsVirtualKeyCode?: number;
  /** As in the DevTools protocol: Alt 1, Ctrl 2, Meta 4, Shift 8. */
  readonly modifiers?: number;
}

const ENTER: Key = { key: "Enter", code: "Enter", text: "\r", windowsVirtualKeyCode: 13 };
export const CTRL = 2;
export const ALT = 1;

/** Types like a keyboard-wedge scanner: real key events from below the page, at a scanner's pace. */
export interface WedgeScanner {
  /** Prefix, code, Enter. @returns the longest time between two keys, in milliseconds */
  scan(code: string, msPerKey: number): Promise<number>;
  /** Any keys, as they are. @returns the longest time between two keys, in milliseconds */
  type(keys: readonly (string | Key)[], msPerKey: number): Promise<number>;
}

export async function plugInScanner(page: Page): Promise<WedgeScanner> {
  const session = await page.context().newCDPSession(page);
  const type: WedgeScanner["type"] = async (keys, msPerKey) => {
    const pressed: Promise<number>[] = [];
    const sentAtMs: number[] = [];
    for (const key of keys) {
      sentAtMs.push(performance.now());
      // A scanner does not wait for the page.
      pressed.push(press(session, keyFrom(key)).then(() => performance.now()));
      await delay(msPerKey);
    }
    return Math.max(longestGap(sentAtMs), longestGap(await Promise.all(pressed)));
  };
  return { type, scan: (code, msPerKey) => type(["~", ...code.split(""), ENTER], msPerKey) };
}

function longestGap(timesMs: readonly number[]): number {
  return Math.max(...timesMs.map((atMs, index) => atMs - (timesMs[index - 1] ?? atMs)));
}

async function press(session: CDPSession, key: Key): Promise<void> {
  const types = key.text === undefined || key.modifiers ? "rawKeyDown" : "keyDown";
  const down = session.send("Input.dispatchKeyEvent", { type: types, ...key });
  const up = session.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
  await Promise.all([down, up]);
}

function keyFrom(key: string | Key): Key {
  if (typeof key !== "string") return key;
  if (key === "\r") return ENTER;
  return { key, text: key, windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0) };
}
