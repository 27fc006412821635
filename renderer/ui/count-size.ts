export type CountSize = "large" | "medium" | "small";

/** How large a count can be drawn: the usual ones at 112 px, only an unusually long one smaller. */
export function countSize(text: string): CountSize {
  if (text.length <= 5) return "large";
  return text.length <= 7 ? "medium" : "small";
}
