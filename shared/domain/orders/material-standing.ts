import { amountOfPieces, isMore, sumOfAmounts } from "../materials/amount.ts";
import { type Lot, lotHold } from "../materials/lot.ts";
import type { MaterialLine } from "../materials/material-line.ts";

/** Whether what an order still needs is there, by the lots that the planner told of. */
export type MaterialStanding =
  /** Its bill of material is empty. */
  | { readonly kind: "none-needed" }
  | { readonly kind: "ready" }
  /** Of the scarcest item, so many percent of what is still needed. */
  | { readonly kind: "part"; readonly percent: number; readonly item: string; readonly location: string }
  /** Every lot of the item is held, expired or empty. */
  | { readonly kind: "missing"; readonly item: string; readonly location: string }
  /** Nobody told of a lot of the item, or how much a piece takes. */
  | { readonly kind: "not-known"; readonly item: string };

interface Need {
  readonly materials: readonly MaterialLine[];
  readonly piecesLeft: number;
  readonly lots: readonly Lot[];
  readonly nowUtc: string;
}

type Worst = Exclude<MaterialStanding, { kind: "none-needed" | "ready" }>;

/** The worst of all items counts: missing, then too little, then not known. What stations took out since is not off. */
export function materialStanding({ materials, piecesLeft, lots, nowUtc }: Need): MaterialStanding {
  if (materials.length === 0) return { kind: "none-needed" };
  const usable = lots.filter((lot) => lotHold(lot) === null && !isExpired(lot, nowUtc));
  const short = materials.flatMap((line): readonly Worst[] => {
    const known = lots.some((lot) => lot.item.itemId === line.itemId);
    if (!known) return [{ kind: "not-known", item: line.name }];
    return shortOf(line, {
      piecesLeft,
      lots: usable.filter(({ item }) => item.itemId === line.itemId),
    });
  });
  return short.toSorted((left, right) => rank(left) - rank(right))[0] ?? { kind: "ready" };
}

function shortOf(line: MaterialLine, { lots, piecesLeft }: Pick<Need, "lots" | "piecesLeft">): Worst[] {
  const { name: item, location } = line;
  const there = sumOfAmounts(lots.map(({ quantity }) => String(quantity)));
  if (!isMore(there, "0")) return [{ kind: "missing", item, location }];
  if (line.quantityPerPiece === undefined) return [{ kind: "not-known", item }];
  const needed = amountOfPieces(line.quantityPerPiece, piecesLeft);
  if (!isMore(needed, there)) return [];
  return [{ kind: "part", percent: Math.floor((Number(there) / Number(needed)) * 100), item, location }];
}

function rank(short: Worst): number {
  switch (short.kind) {
    case "missing":
      return -1;
    case "part":
      return short.percent;
    case "not-known":
      return 101;
  }
}

function isExpired({ expiresUtc }: Lot, nowUtc: string): boolean {
  return expiresUtc !== null && expiresUtc < nowUtc;
}
