import type { Page } from "@playwright/test";

declare global {
  interface Window {
    /** The gallery's own, as its staged link keeps it. */
    sentCommands: readonly SentCommand[];
  }
}

export interface SentCommand {
  readonly name: string;
  readonly input: { readonly intentId?: string };
}

/** What the gallery was asked to send to its station, in order. */
export function sentCommands(page: Page): Promise<readonly SentCommand[]> {
  return page.evaluate(() => window.sentCommands);
}
