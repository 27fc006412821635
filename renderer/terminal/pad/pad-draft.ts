import { z } from "zod";

/** An entry on the pad that was not sent yet. It survives a reload of the page and is never sent by itself (P6). */
const padDraftSchema = z.strictObject({
  purpose: z.enum(["good", "measurement", "reading", "correction", "material"]),
  /** Order or characteristic it is for; an entry for another one is not shown. */
  subject: z.string(),
  text: z.string().max(20),
  intentId: z.uuid(),
});
export type PadDraft = z.infer<typeof padDraftSchema>;

const KEY = "takt.pad";

export function readPadDraft(storage: Pick<Storage, "getItem">): PadDraft | null {
  const stored = storage.getItem(KEY);
  if (stored === null) return null;
  try {
    return padDraftSchema.safeParse(JSON.parse(stored)).data ?? null;
  } catch {
    return null; // not JSON: written by nobody we know, so there is no entry to restore
  }
}

export function keepPadDraft(storage: Pick<Storage, "setItem">, draft: PadDraft): void {
  storage.setItem(KEY, JSON.stringify(draft));
}

export function dropPadDraft(storage: Pick<Storage, "removeItem">): void {
  storage.removeItem(KEY);
}
