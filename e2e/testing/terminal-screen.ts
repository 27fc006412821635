import { setTimeout as delay } from "node:timers/promises";
import { expect, type Locator, type Page } from "@playwright/test";

/** No finger is faster; what is, the keys take for a bounce. */
const BETWEEN_TAPS_MS = 200;

export type DockKey = "Home" | "Orders" | "Run" | "Quality" | "Machine" | "More";

/** What a person does at the terminal and reads from it, in English. */
export interface TerminalScreen {
  readonly page: Page;
  /** The person whose name bookings carry. */
  readonly person: Locator;
  readonly sync: Locator;
  readonly good: Locator;
  readonly undoBar: Locator;
  readonly verdictBar: Locator;
  readonly lastScan: Locator;
  go(key: DockKey): Promise<void>;
  key(name: string | RegExp): Locator;
  /** Figures of the active order as Home shows them. */
  figures(): Promise<{ readonly good: number; readonly scrap: number; readonly rework: number }>;
  /** Presses the keys of the pad. */
  enter(digits: string): Promise<void>;
}

export function terminalScreen(page: Page): TerminalScreen {
  const key = (name: string | RegExp) => page.getByRole("button", { name });
  const dock = page.getByRole("navigation");
  const go = async (name: DockKey) => {
    await dock.getByRole("button", { name, exact: true }).click();
  };
  const figure = async (testId: string) => wholeNumber(await page.getByTestId(testId).innerText());
  return {
    page,
    person: page.getByTestId("person-key"),
    sync: page.getByTestId("sync-key"),
    good: page.getByTestId("good-count"),
    undoBar: page.getByTestId("undo-bar"),
    verdictBar: page.getByTestId("verdict-bar"),
    lastScan: page.getByText("Last scan").locator(".."),
    go,
    key,
    async figures() {
      await go("Home");
      await expect(page.getByTestId("good-count")).toBeVisible();
      return {
        good: await figure("good-count"),
        scrap: await figure("scrap-count"),
        rework: await figure("rework-count"),
      };
    },
    async enter(digits) {
      for (const digit of digits.split("")) {
        await key(digit === "." ? "Decimal separator" : new RegExp(`^${digit}$`)).click();
        await delay(BETWEEN_TAPS_MS);
      }
    },
  };
}

function wholeNumber(text: string): number {
  return Number(text.replaceAll(/[^\d-]/g, ""));
}
