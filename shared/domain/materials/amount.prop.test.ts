import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addAmounts,
  amountOfPieces,
  amountSchema,
  piecesOfAmount,
  readAmount,
  subtractAmounts,
} from "./amount.ts";

const amount = fc
  .tuple(fc.nat(999_999_999), fc.nat(999_999))
  .map(([whole, fraction]) => addAmounts(`${whole}.${String(fraction).padStart(6, "0")}`, "0"));

test("MA-9 sums of amounts know no order and no rounding", () => {
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 50 }), (amounts) => {
      const sum = amounts.reduce(addAmounts, "0");
      expect(amounts.reduceRight(addAmounts, "0")).toBe(sum);
      expect(amounts.reduce(subtractAmounts, sum)).toBe("0");
      expect(amountSchema.safeParse(sum).success).toBe(true);
    }),
  );
});

test("MA-9 what pieces take is enough for exactly these pieces", () => {
  fc.assert(
    fc.property(amount, fc.nat(10_000_000), (perPiece, pieces) => {
      fc.pre(perPiece !== "0");
      expect(piecesOfAmount(amountOfPieces(perPiece, pieces), perPiece)).toBe(pieces);
    }),
  );
});

test("MA-11 typed text is an amount or nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
      const read = readAmount(text);
      expect(read === undefined || amountSchema.safeParse(read).success).toBe(true);
    }),
  );
});
