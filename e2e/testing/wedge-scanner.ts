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

/**
 * Types like a keyboard-wedge scanner: real key events from below the page, at a scanner's pace. The pace is in the time
 * stamps of the events, as the system gives them; they are sent without a rest, so that a computer which is busy
 * elsewhere cannot hold up one of them and tear the scan.
 */
export interface WedgeScanner {
  /** Prefix, code, Enter. */
  scan(code: string, msPerKey: number): Promise<void>;
  /** Any keys, as they are. */
  type(keys: readonly (string | Key)[], msPerKey: number): Promise<void>;
}

export async function plugInScanner(page: Page): Promise<WedgeScanner> {
  const session = await page.context().newCDPSession(page);
  let lastKeyAtMs = 0;
  const type: WedgeScanner["type"] = async (keys, msPerKey) => {
    const beganAtMs = Math.max(Date.now() - keys.length * msPerKey, lastKeyAtMs + msPerKey);
    lastKeyAtMs = beganAtMs + (keys.length - 1) * msPerKey;
    await delay(lastKeyAtMs - Date.now()); // behind another scan; no event is of the future
    // A scanner does not wait for the page.
    await Promise.all(keys.map((key, index) => press(session, keyFrom(key), beganAtMs + index * msPerKey)));
  };
  return { type, scan: (code, msPerKey) => type(["~", ...code.split(""), ENTER], msPerKey) };
}

async function press(session: CDPSession, key: Key, atMs: number): Promise<void> {
  const types = key.text === undefined || key.modifiers ? "rawKeyDown" : "keyDown";
  const timestamp = atMs / 1_000;
  const down = session.send("Input.dispatchKeyEvent", { type: types, timestamp, ...key });
  const up = session.send("Input.dispatchKeyEvent", { type: "keyUp", timestamp, ...key });
  await Promise.all([down, up]);
}

function keyFrom(key: string | Key): Key {
  if (typeof key !== "string") return key;
  if (key === "\r") return ENTER;
  return { key, text: key, windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0) };
}
