import { askIndexPage } from "./mes-api.ts";

/** Path of the program that runs now; its name changes with its content. */
const runningProgram = new URL(import.meta.url).pathname;

/**
 * Whether the MES now serves another program than the one running here. A wall television stays open across an update
 * of the MES, and nobody is there to load the page again.
 *
 * @param indexPage text of the MES's index page; null when it could not be read, which says nothing
 */
export function isOutdated(indexPage: string | null, program: string = runningProgram): boolean {
  return indexPage?.includes('<div id="root">') === true && !indexPage.includes(program);
}

/** Loads the page again if the MES has a newer one; else leaves everything as it is. */
export async function reloadIfOutdated(): Promise<void> {
  if (isOutdated(await askIndexPage())) window.location.reload();
}
