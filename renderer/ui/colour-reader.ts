export type Colour = (token: string) => string;

/** Canvas knows no custom properties and no light-dark(), so the browser resolves each token once. */
export function colourReader(host: HTMLElement): Colour {
  return (token) => {
    const probe = document.createElement("span");
    probe.style.color = `var(${token})`;
    host.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
}
