export type PadPress =
  | { readonly kind: "digit"; readonly digit: string }
  | { readonly kind: "separator" | "delete" | "clear" };

interface PadRules {
  /** Longest entry, separator included. */
  readonly longest: number;
  readonly decimals: boolean;
}

/** What stands in the display after a press. The separator is kept as a point; the display shows the language's own. */
export function padTextAfter(text: string, press: PadPress, rules: PadRules): string {
  switch (press.kind) {
    case "digit":
      if (text.length >= rules.longest) return text;
      return text === "0" && !rules.decimals ? press.digit : text + press.digit;
    case "separator":
      if (!rules.decimals || text.includes(".") || text.length >= rules.longest) return text;
      return text === "" ? "0." : `${text}.`;
    case "delete":
      return text.slice(0, -1);
    case "clear":
      return "";
  }
}
