import { amountOfPieces, isMore, sumOfAmounts } from "../materials/amount.ts";
import { type Lot, lotHold } from "../materials/lot.ts";
import type { MaterialLine } from "../materials/material-line.ts";

/** A lot that the planner told of, with what is left of it. */
export interface LotAtHand {
  readonly lot: Lot;
  /** Told, less what stations took since; decimal text in its unit. */
  readonly left: string;
  /** When the planner told of its quantity; null: nobody knows. */
  readonly toldUtc: string | null;
}

/** Since when what is said of a material holds: the oldest quantity behind it; null: nobody knows. */
interface Dated {
  readonly toldUtc: string | null;
}

/** Whether what an order still needs is there, by the lots that the planner told of and what stations took since. */
export type MaterialStanding =
  /** Its bill of material is empty. */
  | { readonly kind: "none-needed" }
  | ({ readonly kind: "ready" } & Dated)
  /** Of the scarcest item, so many percent of what is still needed. */
  | ({
      readonly kind: "part";
      readonly percent: number;
      readonly item: string;
      readonly location: string;
    } & Dated)
  /** Every lot of the item is held, expired or empty. */
  | ({ readonly kind: "missing"; readonly item: string; readonly location: string } & Dated)
  /** Nobody told of a lot of the item, or how much a piece takes. */
  | { readonly kind: "not-known"; readonly item: string };

interface Need {
  readonly materials: readonly MaterialLine[];
  readonly piecesLeft: number;
  readonly lots: readonly LotAtHand[];
  readonly nowUtc: string;
}

type Worst = Exclude<MaterialStanding, { kind: "none-needed" | "ready" }>;

/** The worst of all items counts: missing, then too little, then not known. */
export function materialStanding({ materials, piecesLeft, lots, nowUtc }: Need): MaterialStanding {
  if (materials.length === 0) return { kind: "none-needed" };
  const needed = lots.filter(({ lot }) => materials.some(({ itemId }) => itemId === lot.item.itemId));
  const short = materials.flatMap((line): readonly Worst[] => {
    const ofItem = needed.filter(({ lot }) => lot.item.itemId === line.itemId);
    if (ofItem.length === 0) return [{ kind: "not-known", item: line.name }];
    const usable = ofItem.filter(({ lot }) => lotHold(lot) === null && !isExpired(lot, nowUtc));
    return shortOf(line, { piecesLeft, ofItem, usable });
  });
  const worst = short.toSorted((left, right) => rank(left) - rank(right))[0];
  return worst ?? { kind: "ready", toldUtc: oldestOf(needed) };
}

interface Supply {
  readonly piecesLeft: number;
  readonly ofItem: readonly LotAtHand[];
  readonly usable: readonly LotAtHand[];
}

function shortOf(line: MaterialLine, { usable, ofItem, piecesLeft }: Supply): Worst[] {
  const { name: item, location } = line;
  const there = sumOfAmounts(usable.map(({ left }) => left));
  if (!isMore(there, "0")) return [{ kind: "missing", item, location, toldUtc: oldestOf(ofItem) }];
  if (line.quantityPerPiece === undefined) return [{ kind: "not-known", item }];
  const needed = amountOfPieces(line.quantityPerPiece, piecesLeft);
  if (!isMore(needed, there)) return [];
  const percent = Math.floor((Number(there) / Number(needed)) * 100);
  return [{ kind: "part", percent, item, location, toldUtc: oldestOf(usable) }];
}

function oldestOf(lots: readonly LotAtHand[]): string | null {
  const [first, ...others] = lots.map(({ toldUtc }) => toldUtc);
  return others.reduce(
    (oldest, told) => (oldest === null || told === null ? null : told < oldest ? told : oldest),
    first ?? null,
  );
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
