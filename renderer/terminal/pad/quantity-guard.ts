const MOST_DIGITS = 6;
const MOST_TIMES_LEFT = 2;

export type QuantityEntry =
  | { readonly kind: "empty" | "looks-like-code" }
  /** "doubtful": so many are asked about once before they are sent. */
  | { readonly kind: "quantity" | "doubtful"; readonly quantity: number };

/**
 * Whether what stands on the pad is a quantity. More than six digits is a code (UX 1.8), more than twice what is left a
 * slip of a digit, most often (O2). Once nothing is left there is nothing to compare with, and the station decides.
 *
 * @param left pieces the order still needs; 0 or less when it is complete
 */
export function readQuantity(text: string, left: number): QuantityEntry {
  const quantity = Number(text);
  if (text === "" || quantity === 0) return { kind: "empty" };
  if (!/^\d+$/.test(text) || text.length > MOST_DIGITS) return { kind: "looks-like-code" };
  if (left > 0 && quantity > left * MOST_TIMES_LEFT) return { kind: "doubtful", quantity };
  return { kind: "quantity", quantity };
}
