/** The frame is fitted in one animation frame and laid out by the next. Runs inside the page. */
export const twoFrames = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

/**
 * Turns the open gallery to another screen and waits until it stands there. Runs inside the page, and wholly: a thousand
 * screens are shown in a run, and each question to the page costs as much as a screen.
 */
export async function turnTo(query: string): Promise<void> {
  const isShown = () => document.documentElement.dataset.situation === `#${query}`;
  location.hash = query;
  while (!isShown()) {
    await new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
  }
  await document.fonts.ready;
  await new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
