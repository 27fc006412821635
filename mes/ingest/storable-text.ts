/** PostgreSQL keeps every text but these two: a NUL character, and half of a surrogate pair. */
export function storableText(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}

/** Whether every text in a JSON value, keys included, can be stored. Walks without recursion: depth is the sender's. */
export function storableJson(value: unknown): boolean {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === "string" && !storableText(next)) return false;
    if (typeof next !== "object" || next === null) continue;
    for (const [key, inner] of Object.entries(next)) {
      if (!storableText(key)) return false;
      waiting.push(inner);
    }
  }
  return true;
}
