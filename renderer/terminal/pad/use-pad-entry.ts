import { useCallback, useState } from "react";
import { dropPadDraft, keepPadDraft, type PadDraft, readPadDraft } from "./pad-draft.ts";
import { type PadPress, padTextAfter } from "./pad-text.ts";

export interface PadEntry {
  readonly text: string;
  /** The entry was made before this screen was reloaded and is not booked yet. */
  readonly restored: boolean;
  /** Id the entry will be sent with, however often. */
  readonly intentId: string;
  press(press: PadPress): void;
  /** After it was booked or given up. */
  forget(): void;
}

interface PadEntryOptions {
  readonly purpose: PadDraft["purpose"];
  readonly subject: string;
  readonly longest: number;
  readonly decimals: boolean;
}

/** An entry on the pad with its intent, kept over a reload and never sent by itself (P6). */
export function usePadEntry(options: PadEntryOptions): PadEntry {
  const { purpose, subject, longest, decimals } = options;
  const [draft, setDraft] = useState(() => restoredDraft(purpose, subject));
  const [text, setText] = useState(draft?.text ?? "");
  const [intentId] = useState(() => draft?.intentId ?? crypto.randomUUID());

  const press = useCallback(
    (pressed: PadPress) => {
      setDraft(null);
      setText((before) => {
        const after = padTextAfter(before, pressed, { longest, decimals });
        keepPadDraft(sessionStorage, { purpose, subject, text: after, intentId });
        return after;
      });
    },
    [purpose, subject, longest, decimals, intentId],
  );
  const forget = useCallback(() => {
    dropPadDraft(sessionStorage);
    setText("");
  }, []);
  return { text, restored: draft !== null && text !== "", intentId, press, forget };
}

function restoredDraft(purpose: PadDraft["purpose"], subject: string): PadDraft | null {
  const draft = readPadDraft(sessionStorage);
  return draft !== null && draft.purpose === purpose && draft.subject === subject ? draft : null;
}
