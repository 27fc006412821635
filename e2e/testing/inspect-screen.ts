/**
 * Measures what is on screen and returns every breach of UX §6 as a sentence. Runs inside the page, so it may use
 * nothing from outside of itself.
 */
export function inspectScreen(): readonly string[] {
  const faults: string[] = [];
  const FRAMES = "button, [data-overlay], section, li, header, footer, nav, main";
  const EDGE_PX = 0.75; // rounding of fractional grid tracks
  const all = <Kind extends Element>(selector: string) => [
    ...document.querySelectorAll<Kind & HTMLElement>(selector),
  ];
  const name = (element: Element) => {
    const words = element.getAttribute("aria-label") ?? element.textContent ?? "";
    return `<${element.tagName.toLowerCase()} "${words.trim().slice(0, 40)}">`;
  };
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const overlayOf = (element: Element) => element.closest("[data-overlay]");

  const targets = all("button, [role=button], [role=radio], [role=tab], [role=switch], a, [data-hit]").filter(
    isShown,
  );
  checkTargets();
  checkGaps();
  checkBars();
  checkPrimary();
  checkTexts();
  checkOverflow();
  checkLineCounts();
  if (all("input, textarea, select, [contenteditable]").length > 0)
    faults.push("6.10 there is a field to type into");
  return faults;

  function checkTargets(): void {
    for (const target of targets) {
      const box = target.getBoundingClientRect();
      const needed = target.hasAttribute("data-pad-key") ? 88 : 64;
      if (box.width < needed - EDGE_PX || box.height < needed - EDGE_PX) {
        faults.push(`6.2 ${name(target)} is ${box.width.toFixed(1)} x ${box.height.toFixed(1)}`);
      }
      if (box.left < 0 || box.top < 0 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1) {
        faults.push(`6.7 ${name(target)} is not fully on screen`);
      }
      checkHits(target, box);
    }
  }

  function checkHits(target: Element, box: DOMRect): void {
    const inset = 6;
    const points = [
      [box.left + box.width / 2, box.top + box.height / 2],
      [box.left + inset, box.top + inset],
      [box.right - inset, box.top + inset],
      [box.left + inset, box.bottom - inset],
      [box.right - inset, box.bottom - inset],
    ] as const;
    for (const [x, y] of points) {
      const hit = document.elementFromPoint(x, y);
      if (hit === null || target.contains(hit) || hit.contains(target)) continue;
      if (overlayOf(hit) !== null && overlayOf(target) === null) continue; // lies under a bar, as it should
      faults.push(`6.2 ${name(target)} is covered at ${x.toFixed(0)},${y.toFixed(0)} by ${name(hit)}`);
    }
  }

  function checkGaps(): void {
    for (const [index, one] of targets.entries()) {
      for (const other of targets.slice(index + 1)) {
        if (overlayOf(one) !== overlayOf(other)) continue;
        const irreversible = [one, other].some((target) => target.hasAttribute("data-irreversible"));
        const gapPx = distance(one.getBoundingClientRect(), other.getBoundingClientRect());
        const neededPx = irreversible ? 32 : 8;
        // The dock is a place of its own; what is irreversible above it is held, not pressed.
        const sameGroup = one.closest("nav") === other.closest("nav");
        if (sameGroup && gapPx < neededPx - EDGE_PX) {
          faults.push(`6.3 ${name(one)} and ${name(other)} are ${gapPx.toFixed(1)} px apart`);
        }
      }
    }
  }

  /** A bar covers a key wholly or not at all. The verdict bar interrupts on purpose. */
  function checkBars(): void {
    for (const bar of all("[data-overlay]:not([data-verdict])").filter(isShown)) {
      const over = bar.getBoundingClientRect();
      for (const target of targets.filter(
        (candidate) => !bar.contains(candidate) && candidate.closest("main") !== null,
      )) {
        const box = target.getBoundingClientRect();
        const width = Math.min(over.right, box.right) - Math.max(over.left, box.left);
        const height = Math.min(over.bottom, box.bottom) - Math.max(over.top, box.top);
        const covered = width > EDGE_PX && height > EDGE_PX;
        if (covered && height < box.height - 8) faults.push(`6.2 ${name(target)} is half covered by a bar`);
      }
    }
  }

  function distance(a: DOMRect, b: DOMRect): number {
    const dx = Math.max(a.left - b.right, b.left - a.right);
    const dy = Math.max(a.top - b.bottom, b.top - a.bottom);
    return Math.max(dx, dy);
  }

  function checkPrimary(): void {
    const primaries = all("[data-primary]").filter(isShown);
    if (primaries.length !== 1)
      faults.push(`6.8 there are ${primaries.length} primaries: ${primaries.map(name).join()}`);
    for (const primary of primaries) {
      const { height } = primary.getBoundingClientRect();
      if (height < 96 - EDGE_PX)
        faults.push(`6.2 the primary ${name(primary)} is ${height.toFixed(1)} px high`);
    }
  }

  function textNodes(): readonly Text[] {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const hidden =
        parent === null ||
        !isShown(parent) ||
        // The small print of a picture is told by its name.
        parent.closest(".visually-hidden, script, style, svg[role=img]") !== null;
      if (!hidden && node.textContent?.trim() !== "") nodes.push(node as Text);
    }
    return nodes;
  }

  function checkTexts(): void {
    for (const node of textNodes()) {
      const parent = node.parentElement;
      if (parent === null) continue;
      const words = `"${node.data.trim().slice(0, 40)}"`;
      const sizePx = Number.parseFloat(getComputedStyle(parent).fontSize);
      if (sizePx < 20) faults.push(`6.5 ${words} is ${sizePx} px`);
      if (/^[a-z-]+\.[a-z][a-z.-]+$/.test(node.data.trim()) && parent.lang !== "en")
        faults.push(`6.24 raw key ${words}`);
      checkInside(node, parent, words);
      checkWordBreaks(node, parent);
    }
  }

  function checkInside(node: Text, parent: HTMLElement, words: string): void {
    const clips = parent.closest("[data-clip]") !== null;
    const range = document.createRange();
    range.selectNodeContents(node);
    if (clips) return;
    for (
      let frame = parent.closest(FRAMES);
      frame !== null;
      frame = frame.parentElement?.closest(FRAMES) ?? null
    ) {
      const outer = frame.getBoundingClientRect();
      for (const box of range.getClientRects()) {
        const over = Math.max(outer.left - box.left, box.right - outer.right);
        const beyond = Math.max(outer.top - box.top, box.bottom - outer.bottom);
        // Large figures are set a little to the left, so that their stems stand on the margin.
        if (over > 6) faults.push(`6.7 ${words} leaves ${name(frame)} sideways by ${over.toFixed(1)} px`);
        // Glyph boxes are taller than tight lines; only what is clearly outside counts.
        if (beyond > box.height * 0.3)
          faults.push(`6.7 ${words} leaves ${name(frame)} by ${beyond.toFixed(1)} px in height`);
      }
    }
  }

  function checkWordBreaks(node: Text, parent: HTMLElement): void {
    const mayBreak = getComputedStyle(parent).hyphens === "auto" || parent.closest("[data-clip]") !== null;
    if (mayBreak) return;
    for (const match of node.data.matchAll(/\p{L}+/gu)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const tops = new Set([...range.getClientRects()].map((box) => Math.round(box.top / 8)));
      if (tops.size > 1) faults.push(`6.24 "${match[0]}" is broken inside the word`);
    }
  }

  function checkOverflow(): void {
    for (const element of all<HTMLElement>("#root *")) {
      if (
        !isShown(element) ||
        element.closest("[data-clip], [role=img], .visually-hidden, svg, canvas") !== null
      )
        continue;
      if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) {
        faults.push(`6.7 ${name(element)} overflows: ${element.scrollWidth} in ${element.clientWidth} px`);
      }
    }
    const page = document.documentElement;
    if (page.scrollHeight > page.clientHeight + 1 || page.scrollWidth > page.clientWidth + 1)
      faults.push("6.7 the page scrolls");
  }

  function checkLineCounts(): void {
    for (const element of all<HTMLElement>("[data-lines]").filter(isShown)) {
      if (element.querySelector("[data-clip]") !== null) continue; // a name that is cut at its last line
      const range = document.createRange();
      range.selectNodeContents(element);
      const lines: number[] = [];
      for (const box of range.getClientRects()) {
        if (box.width > 0 && !lines.some((top) => Math.abs(top - box.top) < box.height * 0.6))
          lines.push(box.top);
      }
      const most = Number(element.dataset.lines);
      if (lines.length > most) faults.push(`6.7 ${name(element)} has ${lines.length} lines`);
    }
  }
}
