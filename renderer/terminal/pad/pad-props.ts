import type { ReactNode } from "react";
import type { PadPress } from "./pad-text.ts";

/** What the pad shows and what its keys do; who owns the entry decides everything else. */
export interface PadProps {
  readonly label: string;
  readonly hint: string;
  /** Another way to enter, beside the words. */
  readonly aside?: ReactNode;
  /** The hint says why the entry is not taken. */
  readonly warning?: boolean;
  readonly shown: string;
  /** Spoken instead of what is shown, for a PIN. */
  readonly spoken?: string;
  /** Decimal separator of the language; null: whole numbers only. */
  readonly separator: string | null;
  readonly submitWord: string;
  readonly submitIcon?: ReactNode;
  readonly submitDisabled: boolean;
  readonly onPress: (press: PadPress) => void;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}
