/** What became of a print job. */
export type LabelJob =
  | { readonly state: "sent" | "lies"; readonly where: string }
  | { readonly state: "failed"; readonly where: string; readonly why: string };
