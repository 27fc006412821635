import type { Page } from "@playwright/test";

export interface SentCommand {
  readonly name: string;
  readonly input: { readonly intentId?: string };
}

/** What the gallery was asked to send to its station, in order. */
export function sentCommands(page: Page): Promise<readonly SentCommand[]> {
  return page.evaluate(() => (window as unknown as { sentCommands: SentCommand[] }).sentCommands);
}
