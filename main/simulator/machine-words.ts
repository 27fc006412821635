/** What the command line says when something was done to a machine. */
export const LINK_WORDS = {
  cut: "is cut",
  freeze: "hangs, as with a pulled cable",
  hang: "is whole, but the machine answers nothing any more",
  heal: "is whole",
} as const;
export const MATERIAL_WORDS = {
  starve: "gets no material",
  block: "cannot get rid of its parts",
  feed: "has material and room",
} as const;

export const DRIVE_WORDS = {
  run: "runs",
  stop: "is stopped",
  idle: "is idle",
  "set-up": "is being set up",
  break: "stands, its people have a break",
} as const;

export function alarmWords(
  name: string,
  { to, code }: { readonly to: "raise" | "clear"; readonly code: string },
) {
  if (code === "all") return `${name}: no alarm any more`;
  return `${name}: alarm ${code} ${to === "raise" ? "raised" : "cleared"}`;
}

export function clockWords(offsetMs: number): string {
  if (offsetMs === 0) return "right";
  return `${Math.abs(offsetMs / 1000)} s ${offsetMs > 0 ? "ahead" : "behind"}`;
}
