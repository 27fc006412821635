/** React empties its root when a component throws, while timers of the page run on: the blank screen of P6. */
export function isPageShown(page: Document): boolean {
  const root = page.getElementById("root");
  if (root === null) return false;
  return [...root.children].some((child) => {
    const { width, height } = child.getBoundingClientRect();
    return width > 0 && height > 0;
  });
}
