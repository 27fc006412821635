/** Bars of a linear symbol in modules, from its left edge. */
export type Bars = readonly { readonly at: number; readonly width: number }[];

export interface LabelSymbol {
  /** With the identifiers in brackets, as it is printed under the bars. */
  readonly elementString: string;
  readonly bars: Bars;
}

/** What the label of a unit says. Titles are the data titles of GS1, which are English everywhere. */
export interface LabelView {
  readonly sscc: string;
  readonly itemName: string;
  readonly customerName: string | null;
  readonly lines: readonly { readonly title: string; readonly text: string }[];
  /** Content first, SSCC last, as GS1 orders them; the SSCC is always there. */
  readonly symbols: readonly LabelSymbol[];
  /** 1: the original. */
  readonly copy: number;
}
